import { useEffect } from 'react'

const NOTHING = { text: '', entered: false }
let typed = NOTHING

/** Stands in for the command palette while its code is on its way, and keeps what is typed meanwhile. */
export function TypedAhead() {
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey) return
      if (key === 'Enter') typed = { ...typed, entered: true }
      else if (key === 'Backspace') typed = { text: typed.text.slice(0, -1), entered: false }
      else if (key.length === 1) typed = { text: typed.text + key, entered: false }
      else return
      // It is not meant for what had the focus before.
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', pressed, true)
    return () => document.removeEventListener('keydown', pressed, true)
  }, [])
  return null
}

/** What was typed, and whether Enter followed; it counts once. */
export function takeTyped(): { text: string; entered: boolean } {
  const taken = typed
  typed = NOTHING
  return taken
}
