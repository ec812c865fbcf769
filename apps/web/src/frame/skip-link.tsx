/**
 * The first stop of the keyboard: past the navigation, to the page. A button, because a link would change the
 * fragment, and an invitation's fragment carries its secret.
 */
export function SkipLink() {
  return (
    <button
      type="button"
      onClick={() => document.getElementById('main')?.focus()}
      className="sr-only z-50 rounded-control bg-accent px-3 py-2 text-on-accent text-sm focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      Skip to the page
    </button>
  )
}
