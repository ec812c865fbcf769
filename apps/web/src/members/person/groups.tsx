import { LogOut } from 'lucide-react'
import { trpc } from '../../api/client.ts'
import { useHere } from '../../organizations/here.ts'
import { NotLoaded } from '../../pages/not-loaded.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Name } from '../../ui/name.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Time } from '../../ui/time.tsx'
import { PersonLink } from '../person-link.tsx'
import type { MemberInFull } from '../types.ts'
import { usePersonSearch } from './use-person-search.ts'

/** The groups somebody is directly in, by whom and since when, and the way out of each. */
export function GroupsOf({ person }: { person: MemberInFull }) {
  const { organization, may } = useHere()
  const { set } = usePersonSearch()
  const { data, error, refetch } = trpc.groups.ofMember.useQuery({ organization, member: person.member })
  return (
    <Card title="Groups" flush>
      {data ? (
        data.length === 0 ? (
          <p className="px-4 py-3 text-ink-muted text-sm">In no group.</p>
        ) : (
          <ul className="divide-y divide-line">
            {data.map(({ group, manager, since, by, refusal }) => (
              <li key={group.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
                <span className="flex min-w-0 flex-1 basis-40 items-center gap-2">
                  {may('groups.read') ? (
                    <TextLink
                      link={{ to: '/$organization/groups/$group', params: { organization, group: group.id } }}
                    >
                      <Name strong>{group.name}</Name>
                    </TextLink>
                  ) : (
                    <Name strong>{group.name}</Name>
                  )}
                  {manager && <Badge meaning="accent">Manager</Badge>}
                </span>
                <span className="text-ink-muted">
                  since <Time at={since} as="date" />
                  {by && (
                    <>
                      , by <PersonLink person={by} />
                    </>
                  )}
                </span>
                {may('groups.read') && (
                  <Button
                    size="small"
                    icon={LogOut}
                    aria-label={`Take out of ${group.name}`}
                    onClick={() => set({ leave: group.id })}
                    disabledReason={refusal ?? undefined}
                  >
                    Take out
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )
      ) : (
        <div className="p-4">
          {error ? (
            <NotLoaded what="groups" error={error} onRetry={() => void refetch()} />
          ) : (
            <SkeletonLines lines={2} />
          )}
        </div>
      )}
    </Card>
  )
}
