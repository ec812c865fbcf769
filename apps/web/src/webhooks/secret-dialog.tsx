import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Literal } from '../ui/literal.tsx'

type SecretDialogProps = {
  secret: string
  title: ReactNode
  /** What to do with it. */
  children: ReactNode
  onDone: () => void
}

/** The secret of a webhook, this once. */
export function SecretDialog({ secret, title, children, onDone }: SecretDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onDone}
      guarded
      title={title}
      footer={
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Callout meaning="warning" title="Copy the secret now">
          It is shown this once. Roster keeps no copy that anybody can read.
        </Callout>
        <Literal label="Signing secret">{secret}</Literal>
        <p className="text-ink-muted text-sm">{children}</p>
      </div>
    </Dialog>
  )
}
