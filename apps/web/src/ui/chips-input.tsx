import { type ReactNode, useId } from 'react'
import type { Chip } from './chip.ts'
import { ChipMark } from './chip-mark.tsx'
import { cx } from './cx.ts'
import { useFieldWiring } from './field-wiring.ts'
import { Suggestions } from './suggestions.tsx'
import { useChips } from './use-chips.ts'
import type { Suggestion } from './use-suggestions.ts'

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
  const { chips, placeholder, suggest, inputRef, label, footer } = props
  const wiring = useFieldWiring()
  const listboxId = useId()
  const { text, said, input, list, offered, write, typed, pasted, finish, pick, act } = useChips(props)

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
            <ChipMark key={chip.id} chip={chip} at={at} onAct={act} />
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
              onChange={({ target }) => write(target.value)}
              onKeyDown={typed}
              onPaste={pasted}
              onBlur={finish}
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
          onPick={({ text: picked }) => pick(picked)}
        />
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  )
}
