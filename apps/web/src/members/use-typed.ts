import { useEffect, useRef, useState } from 'react'

const WAIT = 150 // ms of rest after which what was typed is searched

/**
 * Text that is shown at once and committed when the typing rests; emptied, it is committed at once. A value that
 * changes from elsewhere (Back, "Clear filters") takes its place.
 */
export function useTyped(
  value: string,
  commit: (value: string) => void,
): readonly [text: string, type: (text: string) => void] {
  const [text, setText] = useState(value)
  const committed = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (value === committed.current) return
    clearTimeout(timer.current)
    committed.current = value
    setText(value)
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  function send(next: string) {
    if (next === committed.current) return
    committed.current = next
    commit(next)
  }

  function type(next: string) {
    setText(next)
    clearTimeout(timer.current)
    const wanted = next.trim()
    if (wanted === '') send('')
    else timer.current = setTimeout(send, WAIT, wanted)
  }

  return [text, type]
}
