import { lazy, Suspense, useEffect, useState } from 'react'

type Tip = { anchor: HTMLElement; text: string }

const TipBubble = lazy(() =>
  import('./overlays/tip-bubble.tsx').then((file) => ({ default: file.TipBubble })),
)

const WAIT = 350 // ms a pointer rests before it is told something
const WARM = 300 // ms in which the next tip follows without waiting

/**
 * Shows the tip of whatever carries `data-tip` on hover, keyboard focus, and on a press of what is refused.
 * One listener for the page instead of one component per cell keeps long tables light. Mounted by the frames.
 */
export function TipHost() {
  const [tip, setTip] = useState<Tip>()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown: Tip | undefined
    let hiddenAt = 0

    function show(anchor: HTMLElement) {
      clearTimeout(timer)
      const text = anchor.dataset.tip
      if (!text || !anchor.isConnected) return
      shown = { anchor, text }
      setTip(shown)
    }
    function hide() {
      clearTimeout(timer)
      if (!shown) return
      hiddenAt = performance.now()
      shown = undefined
      setTip(undefined)
    }

    function over(event: PointerEvent) {
      if (event.pointerType === 'touch') return
      const anchor = tipped(event.target)
      if (anchor === shown?.anchor && anchor) return
      if (event.target instanceof Element && event.target.closest('[role="tooltip"]')) return
      hide()
      if (!anchor) return
      timer = setTimeout(show, performance.now() - hiddenAt < WARM ? 0 : WAIT, anchor)
    }
    function focused(event: FocusEvent) {
      const anchor = tipped(event.target)
      if (anchor && event.target instanceof Element && event.target.matches(':focus-visible')) show(anchor)
    }
    function clicked(event: MouseEvent) {
      const anchor = tipped(event.target)
      const passive = anchor && !anchor.closest('a,button,input,label,select,[role]')
      const told =
        anchor?.getAttribute('aria-disabled') === 'true' || anchor?.hasAttribute('data-tip-on-press')
      if (anchor && (passive || told)) show(anchor)
    }
    function pressed(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !shown) return
      // Told to the keyboard: this Escape means the tip, not the dialog around it.
      if (shown.anchor === document.activeElement) event.stopImmediatePropagation()
      hide()
    }

    const doing = new AbortController()
    const options = { signal: doing.signal }
    document.addEventListener('pointerover', over, options)
    document.addEventListener('pointerdown', hide, options)
    document.documentElement.addEventListener('pointerleave', hide, options)
    document.addEventListener('focusin', focused, options)
    document.addEventListener('focusout', hide, options)
    document.addEventListener('click', clicked, options)
    document.addEventListener('scroll', hide, { ...options, capture: true })
    window.addEventListener('keydown', pressed, { ...options, capture: true })
    return () => {
      clearTimeout(timer)
      doing.abort()
    }
  }, [])

  if (!tip) return null
  return (
    <Suspense>
      <TipBubble anchor={tip.anchor} text={tip.text} />
    </Suspense>
  )
}

function tipped(target: EventTarget | null): HTMLElement | undefined {
  const found = target instanceof Element ? target.closest('[data-tip]') : undefined
  return found instanceof HTMLElement && found.dataset.tip ? found : undefined
}
