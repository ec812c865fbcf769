/** Letters that Unicode does not decompose but people type without the stroke or the ligature. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
}

/**
 * What two texts have in common when case, width, ligatures and accents do not count (NFKC, lower case, no
 * combining accents). For order and search only, never for identity: José and Jose are two people.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøłđðþħŧıς]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
}
