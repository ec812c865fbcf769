import { useNavigate, useSearch } from '@tanstack/react-router'
import { MembersHeader } from '../members/members-header.tsx'
import { ClosedPage } from '../members/rare.tsx'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { useMinute } from '../ui/minute.ts'
import { ChangesList } from './changes-list.tsx'
import { ChangesToolbar } from './changes-toolbar.tsx'
import { daysOf } from './compared-days.ts'
import { type ChangesSearch, changesSearch } from './search.ts'

/** What is different at the end of one day from the end of another. */
export function ChangesPage() {
  const { organization, here, may } = useHere()
  const search = useSearch({ from: '/signed-in/$organization/members/changes' })
  const navigate = useNavigate({ from: '/$organization/members/changes' })
  const now = useMinute()
  useTitle(`What changed · ${here.name}`)
  if (!may('members.read')) return <ClosedPage />
  const days = daysOf(search, now)
  const set = (part: ChangesSearch) =>
    void navigate({ to: '.', search: (before) => changesSearch({ ...before, ...part }), resetScroll: false })
  return (
    <>
      <MembersHeader
        current="changes"
        onInvite={() =>
          void navigate({ to: '/$organization/members', params: { organization }, search: { invite: true } })
        }
      />
      <ChangesToolbar days={days} search={search} onChange={set} />
      <ChangesList days={days} search={search} />
    </>
  )
}
