import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { FieldContext } from './field-wiring.ts'

type FieldProps = {
  label: ReactNode
  /** Said before anything went wrong: what is expected, or why it is asked. */
  hint?: ReactNode
  /** The refusal's sentence; announced when it appears. */
  error?: string | undefined
  /** Shows "optional"; what is required is not marked. */
  optional?: boolean | undefined
  required?: boolean | undefined
  /** Keeps the label for readers of the screen only. */
  hideLabel?: boolean | undefined
  /** Right of the label, e.g. "Forgotten?". */
  aside?: ReactNode
  children: ReactNode
}

/** Label, control, hint and error as one thing: whichever kit control is inside is wired to all of them. */
export function Field({ label, hint, error, optional, required, hideLabel, aside, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined

  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className={hideLabel ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
        <label htmlFor={id} className="font-medium text-sm">
          {label}
          {optional && <span className="ml-1.5 font-normal text-ink-faint">optional</span>}
        </label>
        {aside && <div className="text-sm">{aside}</div>}
      </div>
      <FieldContext value={{ id, describedBy, invalid: Boolean(error), required: Boolean(required) }}>
        {children}
      </FieldContext>
      <div role="alert" className="contents">
        {error && (
          <p id={errorId} className="flex items-start gap-1.5 text-danger-ink text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{error}</span>
          </p>
        )}
      </div>
      {hint && (
        <p id={hintId} className="max-w-prose text-ink-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}
