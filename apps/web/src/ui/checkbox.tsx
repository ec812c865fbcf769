import { Check, Minus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'

type CheckboxProps = {
  checked: boolean
  /** The second says whether Shift was held, which means: from the last one to here. */
  onChange: (checked: boolean, withShift: boolean) => void
  /** Beside the box; for a box without visible text give `label` and `hideLabel`. */
  label: ReactNode
  hideLabel?: boolean | undefined
  hint?: ReactNode
  /** Some but not all of what it stands for. */
  indeterminate?: boolean | undefined
  disabledReason?: string | undefined
  name?: string | undefined
}

/** Yes or no, or neither. The whole line is the target; a refused one stays reachable and says why. */
export function Checkbox(props: CheckboxProps) {
  const {
    checked,
    onChange,
    label,
    hideLabel = false,
    hint,
    indeterminate = false,
    disabledReason,
    name,
  } = props
  const id = useId()
  const refused = disabledReason !== undefined
  const Mark = indeterminate ? Minus : Check

  return (
    <span
      className={cx(
        'relative flex min-w-0 gap-2.5',
        hideLabel ? 'size-control items-center justify-center' : 'items-start py-1.5',
      )}
    >
      <span className={cx('relative grid size-4 shrink-0 place-items-center', !hideLabel && 'mt-0.5')}>
        <input
          ref={(box) => {
            if (box) box.indeterminate = indeterminate
          }}
          id={id}
          type="checkbox"
          name={name}
          checked={checked}
          aria-disabled={refused || undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          data-tip={disabledReason}
          onClick={(event) => refused && event.preventDefault()}
          onChange={({ target, nativeEvent }) => {
            if (!refused) onChange(target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }}
          className="peer relative z-1 size-4 appearance-none forced-colors:appearance-auto rounded-mark border border-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent aria-disabled:border-line-strong aria-disabled:bg-sunken"
        />
        <Mark
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute z-1 size-3 text-on-accent opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100 peer-aria-disabled:text-ink-faint"
        />
      </span>
      {hideLabel ? (
        <label htmlFor={id} data-tip={disabledReason} className="absolute inset-0">
          <span className="sr-only">{label}</span>
        </label>
      ) : (
        <span className="min-w-0 flex-1 text-sm">
          <label htmlFor={id} data-tip={disabledReason} className="block">
            {label}
          </label>
          {hint && (
            <span id={`${id}-hint`} className="block text-ink-muted">
              {hint}
            </span>
          )}
        </span>
      )}
    </span>
  )
}
