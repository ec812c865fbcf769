import { lazy, Suspense, useEffect, useState } from 'react'

type Tip = { anchor: HTMLElement; text: string; by: 'pointer' | 'keyboard' }

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
    let hiddenAt = Number.NEGATIVE_INFINITY

    function show(anchor: HTMLElement, by: Tip['by']) {
      clearTimeout(timer)
      const text = anchor.dataset.tip
      if (!text || !anchor.isConnected) return
      shown = { anchor, text, by }
      setTip(shown)
    }
    function hide() {
      if (!shown) return
      hiddenAt = performance.now()
      shown = undefined
      setTip(undefined)
    }
    function stop() {
      clearTimeout(timer)
      hide()
    }

    function over(event: PointerEvent) {
      const anchor = tipped(event.target)
      if (event.pointerType === 'touch' || (anchor && anchor === shown?.anchor) || onBubble(event)) return
      clearTimeout(timer)
      const warm = shown || performance.now() - hiddenAt < WARM
      if (anchor) timer = setTimeout(show, warm ? 0 : WAIT, anchor, 'pointer')
    }
    function moved(event: PointerEvent) {
      if (shown?.by !== 'pointer' || tipped(event.target) === shown.anchor) return
      if (!onBubble(event)) hide()
    }
    function focused(event: FocusEvent) {
      const anchor = tipped(event.target)
      if (anchor && event.target instanceof Element && event.target.matches(':focus-visible'))
        show(anchor, 'keyboard')
    }
    function clicked(event: MouseEvent) {
      const anchor = tipped(event.target)
      const passive = anchor && !anchor.closest('a,button,input,label,select,[role]')
      const told =
        anchor?.getAttribute('aria-disabled') === 'true' || anchor?.hasAttribute('data-tip-on-press')
      if (anchor && (passive || told)) show(anchor, 'pointer')
    }
    function pressed(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !shown) return
      // Told to the keyboard: this Escape means the tip, not the dialog around it.
      if (shown.anchor === document.activeElement) event.stopImmediatePropagation()
      stop()
    }

    const doing = new AbortController()
    const options = { signal: doing.signal }
    document.addEventListener('pointerover', over, options)
    document.addEventListener('pointermove', moved, options)
    document.addEventListener('pointerdown', stop, options)
    document.documentElement.addEventListener('pointerleave', stop, options)
    document.addEventListener('focusin', focused, options)
    document.addEventListener('focusout', stop, options)
    document.addEventListener('click', clicked, options)
    document.addEventListener('scroll', stop, { ...options, capture: true })
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

/** Over the bubble, which takes no pointer itself: it stays, so that it can be read at any magnification. */
function onBubble({ clientX, clientY }: PointerEvent): boolean {
  const box = document.querySelector('[role="tooltip"]')?.getBoundingClientRect()
  if (!box) return false
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom
}
