import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { type Refused, RefusedList } from './refused-list.tsx'

type RefusedDialogProps = {
  /** What was done, e.g. "2 people removed". */
  title: string
  /** What did not happen to the others, e.g. "1 person was not removed". */
  left: string
  refused: readonly Refused[]
  onClose: () => void
}

/** What became of a change to many, when not all of it was done. */
export function RefusedDialog({ title, left, refused, onClose }: RefusedDialogProps) {
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
      <Callout meaning="warning" announced title={left}>
        <RefusedList refused={refused} />
      </Callout>
    </Dialog>
  )
}
