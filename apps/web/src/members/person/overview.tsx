import { trpc } from '../../api/client.ts'
import { useHere } from '../../organizations/here.ts'
import { NotLoaded } from '../../pages/not-loaded.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { whyNotChangeRole, whyNotEdit } from '../may.ts'
import { useStanding } from '../standing.ts'
import type { MemberInFull } from '../types.ts'
import { AccessList } from './access-list.tsx'
import { PersonFacts } from './facts.tsx'
import { GroupsOf } from './groups.tsx'
import { NoAccess } from './no-access.tsx'
import { ReasonActions } from './reason-actions.tsx'
import { usePersonSearch } from './use-person-search.ts'

/** Who somebody is here, what they may do where and why, and which groups they are in. */
export function Overview({ person }: { person: MemberInFull }) {
  const { organization, may } = useHere()
  const { standing } = useStanding()
  const { set } = usePersonSearch()
  const { member } = person
  const access = trpc.assignments.effective.useQuery({ organization, member })
  const whyNotRole = whyNotChangeRole(person, standing)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {access.data && <NoAccess person={person} effective={access.data} />}
        <Card title="Access" flush>
          {access.data ? (
            <AccessList
              effective={access.data}
              actionsOf={(because) => (
                <ReasonActions
                  because={because}
                  effective={access.data}
                  whyNotRole={whyNotRole}
                  onOpen={set}
                />
              )}
            />
          ) : (
            <div className="p-4">
              {access.error ? (
                <NotLoaded what="access" error={access.error} onRetry={() => void access.refetch()} />
              ) : (
                <SkeletonLines lines={5} />
              )}
            </div>
          )}
        </Card>
        {(person.you || may('groups.read')) && <GroupsOf person={person} />}
      </div>
      <Card
        title="About"
        actions={
          <Button
            size="small"
            onClick={() => set({ dialog: 'edit' })}
            disabledReason={whyNotEdit(person, standing)}
          >
            Edit
          </Button>
        }
      >
        <PersonFacts person={person} />
      </Card>
    </div>
  )
}
