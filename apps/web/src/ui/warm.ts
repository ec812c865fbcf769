const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/**
 * Fetches the code of menus, dialogs and tips at the first sign of a hand on the page: it is there before
 * it is needed, and the first load does not wait for it.
 */
export function warmOverlays(): void {
  const done = new AbortController()
  function warm() {
    done.abort()
    Promise.all([
      import('./overlays/menu-panel.tsx'),
      import('./overlays/dialog-panel.tsx'),
      import('./overlays/popover-panel.tsx'),
      import('./overlays/tip-bubble.tsx'),
    ]).catch(() => undefined) // offline: fetched again when needed
  }
  for (const sign of SIGNS) addEventListener(sign, warm, { signal: done.signal, passive: true, once: true })
}
