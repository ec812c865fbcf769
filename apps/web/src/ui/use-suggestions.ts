import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'

export type Suggestion = {
  id: string
  /** What is added when it is picked. */
  text: string
  label?: ReactNode
  hint?: ReactNode
}

type Ask = (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>

const PAUSE = 180 // ms of not typing before somebody is asked

/** Completions of `text`, and how the keyboard walks them. `key` answers the picked one, or nothing. */
export function useSuggestions(text: string, ask: Ask | undefined, from: number) {
  const [found, setFound] = useState<{ text: string; items: readonly Suggestion[] }>({ text: '', items: [] })
  const [at, setAt] = useState(-1)
  const wanted = text.trim()
  const enough = ask !== undefined && wanted.length >= from

  useEffect(() => {
    setAt(-1)
    if (!enough) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const items = await ask(wanted, stop.signal)
        if (!stop.signal.aborted) setFound({ text: wanted, items })
      } catch {
        // No completions then: what is typed can be added all the same.
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted, enough, ask])

  const items = enough && found.text !== '' ? found.items : []
  const active = items[at]

  function key(event: KeyboardEvent): Suggestion | undefined {
    if (items.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const places = items.length + 1 // one more: back in the text
      setAt(((at + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setFound({ text: '', items: [] })
    } else if (active && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault()
      return active
    }
  }

  return { items, active, key }
}
