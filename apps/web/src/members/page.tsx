import { Lock } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { MembersHeader } from './members-header.tsx'
import { MembersList } from './members-list.tsx'
import { PendingInvitations } from './pending-invitations.tsx'
import { useMembersSearch } from './use-members-search.ts'

/** Everyone in the organization, and what the reader may do about them. */
export function MembersPage() {
  const { organization, here, may, whyNot } = useHere()
  const { set } = useMembersSearch()
  useTitle(`Members · ${here.name}`)

  // Under the policy "owners only" even admins end here (D2).
  if (!may('members.read')) {
    return (
      <ErrorPage
        icon={Lock}
        title="The members are not open to you"
        next={whyNot('members.read')}
        actions={
          <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {here.name}</LinkButton>
        }
      />
    )
  }
  return (
    <>
      <MembersHeader current="members" onInvite={() => set({ invite: true })} />
      <MembersList />
      {may('invitations.read') && <PendingInvitations />}
    </>
  )
}
