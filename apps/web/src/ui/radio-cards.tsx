import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'

export type RadioCard<Value extends string> = {
  value: Value
  label: ReactNode
  /** One plain sentence. */
  sentence?: ReactNode
  /** Right of the label, e.g. a badge. */
  aside?: ReactNode
  disabledReason?: string | undefined
}

type RadioCardsProps<Value extends string> = {
  /** The question; shown above unless hidden. */
  label: ReactNode
  hideLabel?: boolean | undefined
  /** The refusal's sentence; announced when it appears. */
  error?: string | undefined
  value: Value | undefined
  onChange: (value: Value) => void
  options: readonly RadioCard<Value>[]
}

/** One of a few, each explained: roles above all. Arrow keys move within the list. */
export function RadioCards<Value extends string>({
  label,
  hideLabel = false,
  error,
  value,
  onChange,
  options,
}: RadioCardsProps<Value>) {
  const name = useId()
  return (
    <fieldset
      className="min-w-0"
      data-invalid={error ? true : undefined}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className={hideLabel ? 'sr-only' : 'mb-1.5 font-medium text-sm'}>{label}</legend>
      {/* Over the cards: below them it would often be out of sight. */}
      <div role="alert" className="contents">
        {error && (
          <p id={`${name}-error`} className="mb-1.5 flex items-start gap-1.5 text-danger-ink text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{error}</span>
          </p>
        )}
      </div>
      <div
        className={cx(
          'divide-y divide-line overflow-hidden rounded-control border',
          error ? 'border-danger' : 'border-line-strong',
        )}
      >
        {options.map((option) => {
          const refused = option.disabledReason !== undefined
          return (
            <label
              key={option.value}
              className={cx(
                'flex items-start gap-3 px-3 py-2.5 has-[:focus-visible]:bg-hover',
                refused
                  ? 'cursor-not-allowed bg-sunken'
                  : 'cursor-pointer hover:bg-hover has-[:checked]:bg-accent-tint',
              )}
            >
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                disabled={refused}
                aria-describedby={option.sentence || refused ? `${name}-${option.value}` : undefined}
                onChange={() => onChange(option.value)}
                className="mt-0.5 size-4 shrink-0 appearance-none forced-colors:appearance-auto rounded-full border border-control bg-surface checked:border-5 checked:border-accent disabled:border-line-strong"
              />
              <span className="min-w-0 flex-1">
                <span className="flex items-center justify-between gap-2 font-medium text-sm">
                  <span className="min-w-0 truncate">{option.label}</span>
                  {option.aside}
                </span>
                {(option.sentence || refused) && (
                  <span id={`${name}-${option.value}`} className="block text-pretty text-ink-muted text-sm">
                    {option.sentence} {option.disabledReason}
                  </span>
                )}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
