import type { MemberId } from '@roster/domain'
import { trpc } from '../../api/client.ts'
import { AsOfBanner } from '../../history/as-of-banner.tsx'
import { PersonAsOf } from '../../history/person-as-of.tsx'
import { useHere } from '../../organizations/here.ts'
import { NotLoaded } from '../../pages/not-loaded.tsx'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { usePersonSearch } from './use-person-search.ts'

/** What somebody held when a day ended, from the lifespans of what they held. */
export function AsOf({ member, day }: { member: MemberId; day: string }) {
  const { organization, may } = useHere()
  const { set } = usePersonSearch()
  const { data, error, refetch } = trpc.history.person.useQuery({ organization, member, asOf: day })
  return (
    <>
      <AsOfBanner
        day={day}
        onBack={() => set({ asOf: undefined })}
        actions={
          may('members.read') && (
            <LinkButton
              size="small"
              link={{
                to: '/$organization/members/changes',
                params: { organization },
                search: { from: day, member },
              }}
            >
              What changed since
            </LinkButton>
          )
        }
      >
        What they held when that day ended (UTC). Nothing can be changed in the past.
      </AsOfBanner>
      {data ? (
        <Card title="Then">
          <PersonAsOf then={data} />
        </Card>
      ) : error ? (
        <NotLoaded what="day" error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </>
  )
}
