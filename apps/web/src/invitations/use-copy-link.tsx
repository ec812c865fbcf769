import { type ReactNode, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { type Listed, recipientOf } from './types.ts'

/** Copies the link of an open invitation (T19). Where the browser refuses, it is shown to be copied by hand. */
export function useCopyLink(): { copyLink: (row: Listed) => Promise<void>; shownLink: ReactNode } {
  const { organization } = useHere()
  const [shown, setShown] = useState<{ recipient: string; link: string }>()
  const copy = trpc.invitations.copyLink.useMutation()

  async function copyLink(row: Listed) {
    const recipient = recipientOf(row)
    try {
      const { link } = await copy.mutateAsync({ organization, invitation: row.id })
      if (await copyText(link)) notify({ message: `Link copied. Hand it to ${recipient} only.` })
      else setShown({ recipient, link })
    } catch (error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
    }
  }

  const shownLink = shown && (
    <Dialog
      open
      onOpenChange={() => setShown(undefined)}
      title={`Link for ${shown.recipient}`}
      description="Hand it over yourself, and to nobody else."
      footer={
        <Button variant="primary" onClick={() => setShown(undefined)}>
          Done
        </Button>
      }
    >
      <Code block>{shown.link}</Code>
    </Dialog>
  )
  return { copyLink, shownLink }
}
