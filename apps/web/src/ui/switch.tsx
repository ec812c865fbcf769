import { type ReactNode, useId } from 'react'

type SwitchProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  label: ReactNode
  hint?: ReactNode
  disabledReason?: string | undefined
}

/** On or off, at once: for settings that need no "Save". */
export function Switch({ checked, onChange, label, hint, disabledReason }: SwitchProps) {
  const id = useId()
  const refused = disabledReason !== undefined
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        {(hint || disabledReason) && (
          <p id={`${id}-hint`} className="max-w-prose text-ink-muted text-sm">
            {hint} {disabledReason}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: the native state counts; aria-checked is not allowed beside it
        role="switch"
        checked={checked}
        aria-disabled={refused || undefined}
        aria-describedby={hint || disabledReason ? `${id}-hint` : undefined}
        onClick={(event) => refused && event.preventDefault()}
        onChange={({ target }) => !refused && onChange(target.checked)}
        className="relative mt-0.5 h-5 w-9 shrink-0 cursor-pointer appearance-none forced-colors:appearance-auto rounded-full bg-control transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-on-accent before:transition-transform checked:bg-accent checked:before:translate-x-4 aria-disabled:cursor-not-allowed aria-disabled:opacity-60"
      />
    </div>
  )
}
