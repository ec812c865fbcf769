import { lazy, type ReactNode, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { copyText } from '../ui/copy-text.ts'
import { notify } from '../ui/notify.ts'
import { type Listed, recipientOf } from './types.ts'

const ShownLink = lazy(() => import('./shown-link.tsx').then((file) => ({ default: file.ShownLink })))

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
    <Suspense>
      <ShownLink {...shown} onClose={() => setShown(undefined)} />
    </Suspense>
  )
  return { copyLink, shownLink }
}
