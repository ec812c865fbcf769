import type { ReactNode } from 'react'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { LossesList } from './losses-list.tsx'
import type { Losses } from './types.ts'

type LosingDialogProps = {
  title: ReactNode
  /** Undefined while it is not known. */
  losses: Losses | undefined
  error: unknown
  confirmLabel: string
  pending: boolean
  onConfirm: () => void
  onClose: () => void
  /** What else goes, said before who loses what. */
  children?: ReactNode
}

/** Asks once more before a change to a group takes access away, with who loses what. */
export function LosingDialog({
  title,
  losses,
  error,
  confirmLabel,
  pending,
  onConfirm,
  onClose,
  children,
}: LosingDialogProps) {
  const whyNot = losses ? losses.refusal?.message : 'Wait until it is known who loses what.'
  return (
    <Dialog
      open
      onOpenChange={() => !pending && onClose()}
      role="alertdialog"
      guarded
      title={title}
      onSubmit={() => whyNot === undefined && !pending && onConfirm()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" pending={pending} disabledReason={whyNot}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {losses?.refusal && <Callout meaning="warning">{losses.refusal.message}</Callout>}
        {children}
        {losses ? <LossesList losses={losses} /> : !error && <SkeletonLines lines={3} />}
        {Boolean(error) && (
          <Callout meaning="danger" announced>
            {sentenceOf(error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
