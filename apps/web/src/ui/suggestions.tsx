import { cx } from './cx.ts'
import type { Suggestion } from './use-suggestions.ts'

type SuggestionsProps = {
  id: string
  items: readonly Suggestion[]
  active: Suggestion | undefined
  onPick: (suggestion: Suggestion) => void
}

/** The list beneath a combobox. The focus stays in the text; `aria-activedescendant` points here. */
export function Suggestions({ id, items, active, onPick }: SuggestionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      tabIndex={-1}
      hidden={items.length === 0}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-56 animate-fade overflow-y-auto rounded-card bg-raised p-1 shadow-float"
    >
      {items.map((item) => (
        // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is never focused
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          aria-selected={item === active}
          // Before the text loses the focus, which would add what was typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
          className={cx(
            'flex min-h-control cursor-pointer flex-col justify-center rounded-control px-2 py-1 text-sm hover:bg-hover',
            item === active && 'bg-hover',
          )}
        >
          <span className="truncate">{item.label ?? item.text}</span>
          {item.hint && <span className="truncate text-ink-muted text-xs">{item.hint}</span>}
        </div>
      ))}
    </div>
  )
}
