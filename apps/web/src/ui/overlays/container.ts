/**
 * Where what floats beside `anchor` is put: into its dialog, which keeps the focus and hides the rest, or into
 * the page's main part, so that it stands within a landmark.
 */
export function containerOf(anchor: Element | null): HTMLElement {
  const dialog = anchor?.closest('[role="dialog"],[role="alertdialog"]')
  return dialog instanceof HTMLElement ? dialog : (document.querySelector('main') ?? document.body)
}
