import { keepPreviousData } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { LoadingOffer } from './loading-offer.tsx'
import { OpenedInvitation } from './opened-invitation.tsx'
import { UnreachableInvitation, UnreadableInvitation } from './unreadable-invitation.tsx'
import { useFragment } from './use-fragment.ts'

/**
 * What an invitation's link leads to. The secret stays in the address's fragment, so that signing out, signing in
 * as somebody else and loading the page again all come back to this very link.
 */
export function InvitationPage() {
  const { invitation } = useParams({ from: '/invitations/$invitation' })
  const secret = useFragment()
  const link = { invitation, ...(secret !== '' && { secret }) }
  const view = trpc.invitations.view.useQuery(link)
  // While one becomes somebody else the page stays as it was, until it is known how the invitation stands for them.
  const me = trpc.identity.me.useQuery({}, { placeholderData: keepPreviousData })

  if (view.data && me.data !== undefined) {
    return <OpenedInvitation link={link} view={view.data} me={me.data} />
  }
  const error = view.error ?? me.error
  if (!error) return <LoadingOffer />
  if (refusalOf(error)?.code === 'link-invalid') {
    return <UnreadableInvitation link={link} signedIn={Boolean(me.data)} />
  }
  const askAgain = () => Promise.all([view.refetch(), me.refetch()])
  return <UnreachableInvitation error={error} onAgain={() => void askAgain()} />
}
