/** How this machine writes the keys of the command palette. */
export function searchKeys(): string {
  return /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'
}
