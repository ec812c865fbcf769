import { Button } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { Dialog } from '../ui/dialog.tsx'

type ShownLinkProps = { recipient: string; link: string; onClose: () => void }

/** The link of an invitation, to be copied by hand. */
export function ShownLink({ recipient, link, onClose }: ShownLinkProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Link for ${recipient}`}
      description="Hand it over yourself, and to nobody else."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Code block>{link}</Code>
    </Dialog>
  )
}
