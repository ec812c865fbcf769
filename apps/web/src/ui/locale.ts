const [preferred = 'en-GB'] = navigator.languages

/** The pages are in English, so dates and numbers are too: in the reader's own English where they have one. */
export const LOCALE = preferred.startsWith('en') ? preferred : 'en-GB'
