const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/**
 * Fetches the code of menus, dialogs and tips at the first sign of a hand on the page: it is there before
 * it is needed, and the first load does not wait for it.
 */
export function warmOverlays(): void {
  const done = new AbortController()
  function warm() {
    done.abort()
    void import('./overlays/menu-panel.tsx')
    void import('./overlays/dialog-panel.tsx')
    void import('./overlays/popover-panel.tsx')
    void import('./overlays/tip-bubble.tsx')
  }
  for (const sign of SIGNS) addEventListener(sign, warm, { signal: done.signal, passive: true, once: true })
}
