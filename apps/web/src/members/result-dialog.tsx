import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { counted } from '../ui/number.ts'
import type { Refused } from './outcomes.ts'
import { RefusedList } from './refused-list.tsx'

type ResultDialogProps = {
  /** What was done, e.g. "2 people removed". */
  title: string
  refused: readonly Refused[]
  /** What did not happen to the others, e.g. "1 person was not removed". */
  verb: string
  onClose: () => void
}

/** What became of a change to many, when not all of it was done. */
export function ResultDialog({ title, refused, verb, onClose }: ResultDialogProps) {
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
        title={`${counted(refused.length, 'person', 'people')} ${refused.length === 1 ? 'was' : 'were'} ${verb}`}
      >
        <RefusedList refused={refused} />
      </Callout>
    </Dialog>
  )
}
