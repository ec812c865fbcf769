import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { CONTROL } from './control-class.ts'
import { cx } from './cx.ts'

type SearchInputProps = {
  /** What is searched: name of the field and its placeholder. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Announced, e.g. "12 people found". */
  result?: string | undefined
  autoFocus?: boolean | undefined
}

/** Searches while one types. Escape clears, and so does the button. */
export function SearchInput({ label, value, onChange, result, autoFocus = false }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null)
  function clear() {
    onChange('')
    input.current?.focus()
  }

  return (
    <search className="relative block w-full min-w-0 sm:w-72">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: asked for by pages whose one purpose is the search
        autoFocus={autoFocus}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          event.stopPropagation()
          clear()
        }}
        className={cx(CONTROL, 'h-control pr-8 pl-8')}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={clear}
          className="absolute inset-y-0 right-0 grid w-8 place-items-center rounded-control text-ink-muted hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
      <span role="status" className="sr-only">
        {result}
      </span>
    </search>
  )
}
