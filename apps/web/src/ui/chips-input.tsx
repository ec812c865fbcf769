import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { type Chip, splitList } from './chip.ts'
import { ChipMark } from './chip-mark.tsx'
import { cx } from './cx.ts'
import { useFieldWiring } from './field.tsx'
import { Suggestions } from './suggestions.tsx'
import { type Suggestion, useSuggestions } from './use-suggestions.ts'

export type ChipsInputProps = {
  chips: readonly Chip[]
  /** New entries, in the order given; hundreds at once when a list is pasted. */
  onAdd: (texts: readonly string[]) => void
  onRemove: (id: string) => void
  /** How text is parted; commas, semicolons and white space unless given. */
  split?: ((text: string) => readonly string[]) | undefined
  placeholder?: string | undefined
  /** Completions for what is being typed; an answer that comes too late is dropped. */
  suggest?: ((text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>) | undefined
  /** Characters before `suggest` is asked. */
  suggestFrom?: number | undefined
  /** Where the focus goes first in a dialog. */
  inputRef?: { current: HTMLInputElement | null } | undefined
  /** A name, when it does not stand in a `Field`. */
  label?: string | undefined
  /** Below the chips, inside the frame: e.g. "3 of 12 need attention". */
  footer?: ReactNode
}

/**
 * Entries as chips. Enter, comma and Tab make one; a pasted list makes many; leaving the field makes what is
 * left; Backspace in the empty field takes the last away. Left and right walk the chips, Delete removes one,
 * Enter opens it for editing.
 */
export function ChipsInput(props: ChipsInputProps) {
  const {
    chips,
    onAdd,
    onRemove,
    split = splitList,
    placeholder,
    suggest,
    suggestFrom = 1,
    inputRef,
    label,
    footer,
  } = props
  const wiring = useFieldWiring()
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const listboxId = useId()
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

  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the text goes to the text, as in any field */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the input already */}
      <div
        onClick={({ target, currentTarget }) =>
          (target === currentTarget || target === list.current) && input.current?.focus()
        }
        className={cx(
          'max-h-44 min-h-control cursor-text overflow-y-auto rounded-control border border-control bg-surface px-1.5 py-1 transition-colors hover:border-ink-faint',
          'has-[input:focus-visible]:border-focus has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-focus has-[[aria-invalid]]:border-danger',
        )}
      >
        <ul ref={list} aria-label="Entries" className="flex flex-wrap items-center gap-1">
          {chips.map((chip, at) => (
            <ChipMark
              key={chip.id}
              chip={chip}
              onRemove={() => remove(chip, at)}
              onEdit={() => edit(chip)}
              onMove={(to) =>
                focusChip(
                  to === 'first' ? 0 : to === 'last' ? chips.length - 1 : to === 'input' ? -1 : at + to,
                )
              }
            />
          ))}
          <li className="min-w-32 flex-1">
            <input
              {...wiring}
              ref={(element) => {
                input.current = element
                if (inputRef) inputRef.current = element
              }}
              aria-label={label}
              type="text"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              enterKeyHint="enter"
              value={text}
              placeholder={chips.length === 0 ? placeholder : undefined}
              onChange={({ target }) => {
                setText(target.value)
                setSaid('')
              }}
              onKeyDown={typed}
              onPaste={pasted}
              onBlur={() => add(split(text))}
              {...(suggest && {
                role: 'combobox',
                'aria-autocomplete': 'list' as const,
                'aria-expanded': offered.items.length > 0,
                'aria-controls': listboxId,
                'aria-activedescendant': offered.active ? `${listboxId}-${offered.active.id}` : undefined,
              })}
              className="h-6 w-full bg-transparent px-1 text-input outline-none placeholder:text-ink-faint pointer-coarse:h-7"
            />
          </li>
        </ul>
      </div>
      {footer}
      {suggest && (
        <Suggestions
          id={listboxId}
          items={offered.items}
          active={offered.active}
          onPick={({ text: picked }) => add([picked])}
        />
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  )
}
