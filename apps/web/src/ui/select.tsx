import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { COMPACT_CONTROL, CONTROL } from './control-class.ts'
import { cx } from './cx.ts'
import { useFieldWiring } from './field-wiring.ts'

export type SelectOption<Value extends string> = {
  value: Value
  label: string
  disabled?: boolean | undefined
}

type SelectProps<Value extends string> = Omit<
  ComponentProps<'select'>,
  'value' | 'onChange' | 'className' | 'children' | 'disabled' | 'multiple' | 'size'
> & {
  value: Value | ''
  options: readonly SelectOption<Value>[]
  onChange: (value: Value) => void
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined
  disabledReason?: string | undefined
  /** As wide as its text, for tool bars. */
  compact?: boolean | undefined
}

/**
 * One of a few. The browser's own select: nothing handles keyboards, type-ahead and phones better, and it
 * costs no code; browsers that can style its list show ours.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onChange, placeholder, disabledReason, compact = false, ...rest } = props
  const wiring = useFieldWiring()
  const refused = disabledReason !== undefined
  return (
    <span className={cx('relative inline-flex min-w-0', !compact && 'w-full')}>
      <select
        {...wiring}
        {...rest}
        value={value}
        data-tip={disabledReason}
        aria-disabled={refused || undefined}
        onMouseDown={(event) => refused && event.preventDefault()}
        onKeyDown={(event) => refused && event.key !== 'Tab' && event.preventDefault()}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen && !refused) onChange(chosen.value)
        }}
        className={cx(compact ? COMPACT_CONTROL : CONTROL, 'h-control appearance-none truncate pr-8 pl-2.5')}
      >
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  )
}
