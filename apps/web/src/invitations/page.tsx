import { Lock } from 'lucide-react'
import { MembersHeader } from '../members/members-header.tsx'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { InvitationsList } from './invitations-list.tsx'
import { useInvitationsSearch } from './use-invitations-search.ts'

/** Who was invited, how each invitation stands, and what can be done about it. */
export function InvitationsPage() {
  const { organization, here, may, whyNot } = useHere()
  const { set } = useInvitationsSearch()
  useTitle(`Invitations · ${here.name}`)

  if (!may('invitations.read')) {
    return (
      <ErrorPage
        icon={Lock}
        title="The invitations are not open to you"
        next={whyNot('invitations.read')}
        actions={
          <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {here.name}</LinkButton>
        }
      />
    )
  }
  return (
    <>
      <MembersHeader current="invitations" onInvite={() => set({ invite: true })} />
      <InvitationsList />
    </>
  )
}
