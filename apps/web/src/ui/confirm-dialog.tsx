import { type ReactNode, useId, useState } from 'react'
import { Button } from './button.tsx'
import { Callout } from './callout.tsx'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { Input } from './input.tsx'

type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The question with the object in it: "Remove Ada Lovelace from Acme?". */
  title: string
  /** What it means, in a sentence or two. */
  children?: ReactNode
  /** What is lost, one line each. */
  losses?: readonly ReactNode[] | undefined
  /** Stands over the list of losses. */
  lossesTitle?: string | undefined
  /** The verb, with the object where it is short: "Remove Ada". */
  confirmLabel: string
  /** "Cancel" unless that could be misread, e.g. "Keep editing". */
  cancelLabel?: string | undefined
  onConfirm: () => void
  pending?: boolean | undefined
  /** The refusal's sentence, when it was refused. */
  refusal?: string | undefined
  /** Must be typed before it goes on: for what cannot be brought back. */
  typedWord?: string | undefined
  /** Off for what loses nothing. */
  danger?: boolean | undefined
}

/** Asks once more, names the object, and lists what is lost. The focus starts on "Cancel". */
export function ConfirmDialog({ open, ...props }: ConfirmDialogProps) {
  if (!open) return <Dialog open={false} onOpenChange={props.onOpenChange} title={props.title} />
  return <Asking {...props} />
}

function Asking(props: Omit<ConfirmDialogProps, 'open'>) {
  const {
    onOpenChange,
    title,
    children,
    losses = [],
    lossesTitle = 'This is lost',
    confirmLabel,
    onConfirm,
  } = props
  const { pending = false, refusal, typedWord, danger = true, cancelLabel = 'Cancel' } = props
  const [typed, setTyped] = useState('')
  const lossesId = useId()
  const missing = typedWord !== undefined && typed.trim() !== typedWord

  return (
    <Dialog
      open
      onOpenChange={(open) => !pending && onOpenChange(open)}
      role="alertdialog"
      size="small"
      guarded
      title={title}
      onSubmit={() => !missing && !pending && onConfirm()}
      footer={
        <>
          <Button
            onClick={() => onOpenChange(false)}
            disabledReason={pending ? 'Wait for the answer.' : undefined}
          >
            {cancelLabel}
          </Button>
          <Button
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            pending={pending}
            disabledReason={missing ? `Type ${typedWord} first.` : undefined}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-md">
        {children && <div className="text-ink-muted">{children}</div>}
        {losses.length > 0 && (
          <div>
            <p id={lossesId} className="font-medium text-sm">
              {lossesTitle}
            </p>
            <ul
              aria-labelledby={lossesId}
              className="mt-1.5 flex list-disc flex-col gap-1 pl-5 text-ink-muted text-sm marker:text-danger-ink"
            >
              {losses.map((loss, at) => (
                <li key={at}>{loss}</li>
              ))}
            </ul>
          </div>
        )}
        {typedWord !== undefined && (
          <Field
            label={
              <>
                Type <bdi className="font-mono">{typedWord}</bdi> to confirm
              </>
            }
          >
            <Input
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
        )}
        {refusal && (
          <Callout meaning="danger" announced>
            {refusal}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
