import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type Chip, splitList } from './chip.ts'
import type { ChipAct } from './chip-mark.tsx'
import type { ChipsInputProps } from './chips-input.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** What a `ChipsInput` does: its text, what it says aloud, and the keys of the field. */
export function useChips(props: ChipsInputProps) {
  const { chips, onAdd, onRemove, split = splitList, suggest, suggestFrom = 1 } = props
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const offered = useSuggestions(text, suggest, suggestFrom)

  function add(texts: readonly string[]) {
    setText('')
    if (texts.length === 0) return
    onAdd(texts)
    setSaid(texts.length === 1 ? `${texts[0]} added` : `${texts.length} added`)
  }
  function remove(chip: Chip, focusAt?: number) {
    onRemove(chip.id)
    setSaid(`${chip.text} removed`)
    // After React has taken it out of the list.
    setTimeout(() => focusChip(Math.min(focusAt ?? chips.length, chips.length - 2)))
  }
  function edit(chip: Chip) {
    onRemove(chip.id)
    setText(chip.text)
    input.current?.focus()
  }
  function focusChip(at: number) {
    const found = list.current?.querySelectorAll<HTMLElement>('[data-chip]')[at]
    if (found && at >= 0) found.focus()
    else input.current?.focus()
  }

  const doing = useRef((_chip: Chip, _at: number, _act: ChipAct): void => undefined)
  useLayoutEffect(() => {
    doing.current = (chip, at, act) => {
      if (act === 'remove') remove(chip, at)
      else if (act === 'edit') edit(chip)
      else if (act === 'input') focusChip(-1)
      else focusChip(act === 'first' ? 0 : act === 'last' ? chips.length - 1 : at + act)
    }
  })
  /** What is done to a chip; always the same function, so that chips need not be drawn anew. */
  const act = useCallback((...what: Parameters<typeof doing.current>) => doing.current(...what), [])

  function typed(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd } = event.currentTarget
    const atStart = selectionStart === 0 && selectionEnd === 0
    const last = chips.at(-1)
    const picked = offered.key(event)
    if (picked) return add([picked.text])
    if (event.defaultPrevented) return
    if (
      event.key === 'Enter' ||
      event.key === ',' ||
      event.key === ';' ||
      (event.key === 'Tab' && text.trim())
    ) {
      if (event.key !== 'Enter' || text.trim()) event.preventDefault()
      add(split(text))
    } else if (event.key === 'Backspace' && text === '' && last) {
      event.preventDefault()
      onRemove(last.id)
      setSaid(`${last.text} removed`)
    } else if (event.key === 'ArrowLeft' && atStart && last) {
      event.preventDefault()
      focusChip(chips.length - 1)
    }
  }
  function pasted(event: ClipboardEvent<HTMLInputElement>) {
    const clip = event.clipboardData.getData('text')
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const whole = value.slice(0, selectionStart ?? 0) + clip + value.slice(selectionEnd ?? value.length)
    const pieces = split(whole)
    // One piece stays text, to be finished by hand.
    if (pieces.length < 2 && !/[\n,;]/.test(clip)) return
    event.preventDefault()
    add(pieces)
  }

  function write(written: string) {
    // On a phone no key tells of a comma: it is just there.
    if (/[,;]$/.test(written)) return add(split(written))
    setText(written)
    setSaid('')
  }

  return {
    text,
    said,
    input,
    list,
    offered,
    write,
    typed,
    pasted,
    /** Makes chips of what is left in the field. */
    finish: () => add(split(text)),
    pick: (picked: string) => add([picked]),
    act,
  }
}
