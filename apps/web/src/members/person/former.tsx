import type { MemberId } from '@roster/domain'
import { trpc } from '../../api/client.ts'
import { AsOfButton } from '../../history/as-of-button.tsx'
import { PersonAsOf } from '../../history/person-as-of.tsx'
import { utcDay } from '../../history/utc-day.ts'
import { useHere } from '../../organizations/here.ts'
import { NotFoundPage } from '../../pages/not-found.tsx'
import { useTitle } from '../../pages/title.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { useMinute } from '../../ui/minute.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { AsOf } from './as-of.tsx'
import { PersonHeader } from './header.tsx'
import { History } from './history.tsx'
import { Invited } from './invited.tsx'
import { PersonTabs } from './person-tabs.tsx'
import { usePersonSearch } from './use-person-search.ts'

/** The page of somebody who has left: since when, what they held to the end, and what is told of them. */
export function FormerPerson({ member }: { member: MemberId }) {
  const { organization, here } = useHere()
  const { search, set } = usePersonSearch()
  const today = utcDay(useMinute())
  const { data, error } = trpc.history.person.useQuery({ organization, member, asOf: today })
  const leftAt = data?.leftAt ?? undefined
  const before = leftAt === undefined ? undefined : utcDay(leftAt, 1)
  const last = trpc.history.person.useQuery(
    { organization, member, asOf: before ?? today },
    { enabled: before !== undefined },
  )
  useTitle(`${data?.person.name ?? 'Somebody'} · ${here.name}`)
  if (error) return <NotFoundPage />
  if (!data || leftAt === undefined) return <SkeletonLines lines={8} />
  const { person } = data
  return (
    <>
      <PersonHeader
        person={person}
        actions={<AsOfButton day={search.asOf} onChange={(asOf) => set({ asOf, tab: undefined })} />}
      />
      {search.asOf ? (
        <AsOf member={member} day={search.asOf} />
      ) : (
        <>
          <div className="mb-4">
            <Callout title={`Not a member of ${here.name} any more`}>
              Their membership lasted from <Time at={data.joinedAt} as="date" /> to{' '}
              <Time at={leftAt} as="date" />. Everything they held ended with it.
            </Callout>
          </div>
          <PersonTabs member={member} first="Last access" former />
          {search.tab === 'invited' && <Invited user={person.user} name={person.name} />}
          {search.tab === 'history' && <History user={person.user} name={person.name} />}
          {search.tab !== 'invited' && search.tab !== 'history' && last.data && (
            <Card title="What they held the day before they left">
              <PersonAsOf then={last.data} />
            </Card>
          )}
        </>
      )}
    </>
  )
}
