import { RefusedList } from '../members/refused-list.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { counted } from '../ui/number.ts'
import type { Refused } from './outcomes.ts'

type RefusedDialogProps = {
  /** What was done, e.g. "2 invitations revoked". */
  title: string
  refused: readonly Refused[]
  /** What did not happen to the others, e.g. "not revoked". */
  verb: string
  onClose: () => void
}

/** What became of a change to many, when not all of it was done. */
export function RefusedDialog({ title, refused, verb, onClose }: RefusedDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Callout
        meaning="warning"
        announced
        title={`${counted(refused.length, 'invitation was', 'invitations were')} ${verb}`}
      >
        <RefusedList refused={refused} />
      </Callout>
    </Dialog>
  )
}
