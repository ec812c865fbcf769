import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { MembersOverTime } from '../organizations/members-over-time.tsx'
import { count } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import { ChartCard } from './chart-card.tsx'

/** People over a year, by role, and those who rest (D36). */
export function PeopleCharts() {
  const { organization, may } = useHere()
  const params = { organization }
  const [{ membersOverTime, roleMix, inactive, never, members }] = trpc.insights.people.useSuspenseQuery({
    organization,
  })
  const [longest] = inactive.toReversed()
  return (
    <>
      <MembersOverTime points={membersOverTime} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ChartCard
          title="Role mix"
          unit="People"
          summary={roleMix.map(({ role, members: held }) => `${role.name}: ${count(held)}`).join(', ')}
          bars={roleMix.map(({ role, members: held }) => ({
            ...{ id: role.id, label: role.name, value: held },
            link: { to: '/$organization/members', params, search: { role: role.id } },
          }))}
          note="By their role at the organization."
        />
        <ChartCard
          title="Inactive people"
          unit="People"
          summary={inactive
            .map(({ days, people, capped }) => `${count(people)}${capped ? ' or more' : ''} for ${days} days`)
            .join(', ')}
          bars={[
            ...inactive.map(({ days, people, capped }) => ({
              ...{ id: String(days), label: `For ${days} days`, value: people, capped },
              link: { to: '/$organization/members', params, search: { inactive: days } } as const,
            })),
            { id: 'never', label: 'Never active', value: never.people, capped: never.capped, quiet: true },
          ]}
          note={
            <>
              Of {count(members)}; whoever rests for 90 days is among those of 30 as well.{' '}
              {inactive.some(({ capped }) => capped) && 'No more than 10,000 are counted. '}
              {may('reviews.manage') && longest && longest.people > 0 && (
                <TextLink
                  link={{
                    to: '/$organization/reviews',
                    params,
                    search: { start: true, scope: 'organization', inactive: longest.days },
                  }}
                >
                  Review their access
                </TextLink>
              )}
            </>
          }
        />
      </div>
    </>
  )
}
