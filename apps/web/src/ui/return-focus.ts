import { useLayoutEffect, useRef } from 'react'

/**
 * Remembers what had the focus when `open` turned true and gives it back on call. What was focused within a
 * menu is gone by then, so its trigger stands in for it.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const cameFrom = useRef<HTMLElement | null>(null)

  useLayoutEffect(() => {
    if (!open) return
    const active = document.activeElement
    const trigger = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
    const origin = trigger ? document.getElementById(trigger) : active
    cameFrom.current = origin instanceof HTMLElement ? origin : null
  }, [open])

  return (event) => {
    event.preventDefault()
    if (cameFrom.current?.isConnected) cameFrom.current.focus()
  }
}
