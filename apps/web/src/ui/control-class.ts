const SHAPE =
  'min-w-0 rounded-control border bg-surface text-ink text-input transition-colors placeholder:text-ink-faint ' +
  'focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'aria-disabled:bg-sunken aria-disabled:text-ink-faint'

/** The look that text fields and selects share. */
export const CONTROL = `${SHAPE} w-full border-control not-focus-visible:hover:border-ink-faint aria-invalid:border-danger`

/** A control in a tool bar, quiet as the buttons beside it. */
export const COMPACT_CONTROL = `${SHAPE} border-line-strong font-medium hover:bg-hover`
