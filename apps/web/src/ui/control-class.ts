/** The look that text fields, selects and the chips field share. */
export const CONTROL =
  'w-full min-w-0 rounded-control border border-control bg-surface text-ink text-input transition-colors placeholder:text-ink-faint ' +
  'hover:border-ink-faint focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'aria-invalid:border-danger aria-disabled:bg-sunken aria-disabled:text-ink-faint disabled:bg-sunken disabled:text-ink-faint'
