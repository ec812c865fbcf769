import { Suspense, useState } from 'react'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { MembersHeader } from './members-header.tsx'
import { MembersList } from './members-list.tsx'
import { ClosedPage, MembersAsOf, PendingInvitations } from './rare.tsx'
import { isFiltered } from './search.ts'
import { useMembersSearch } from './use-members-search.ts'

/** Everyone in the organization, and what the reader may do about them. */
export function MembersPage() {
  const { here, may } = useHere()
  const { search, set } = useMembersSearch()
  const [invited, setInvited] = useState(false)
  // Once there were some it stays: a dialog about the last of them may be open.
  if (here.totals.invitations && !invited) setInvited(true)
  useTitle(`Members · ${here.name}`)

  if (!may('members.read')) {
    return (
      <Suspense>
        <ClosedPage />
      </Suspense>
    )
  }
  return (
    <>
      <MembersHeader current="members" onInvite={() => set({ invite: true })} />
      {search.asOf ? (
        <Suspense>
          <MembersAsOf day={search.asOf} />
        </Suspense>
      ) : (
        <MembersList />
      )}
      {invited && may('invitations.read') && !isFiltered(search) && !search.asOf && (
        <Suspense>
          <PendingInvitations />
        </Suspense>
      )}
    </>
  )
}
