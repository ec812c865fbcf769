import type { ProjectId } from '@roster/domain'
import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { RoleBadge } from '../members/role-badge.tsx'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import { RenewButton } from './renew-button.tsx'
import type { Ending } from './types.ts'

const SHOWN = 5

/** Roles that end within a month and those that ended in the last one, each to be renewed with one press. */
export function Endings({ project }: { project?: ProjectId | undefined }) {
  const { organization } = useHere()
  const [all, setAll] = useState(false)
  const { data } = trpc.assignments.expiring.useQuery({ organization, project })
  if (!data || data.items.length === 0) return null
  const shown = all ? data.items : data.items.slice(0, SHOWN)
  return (
    <Card title="Access that ends" flush>
      <ul className="divide-y divide-line">
        {shown.map((ending) => (
          <EndingRow key={ending.assignment} ending={ending} within={project} />
        ))}
      </ul>
      {data.items.length > shown.length && (
        <p className="border-line border-t px-4 py-2">
          <Button size="small" variant="quiet" onClick={() => setAll(true)}>
            Show all {count(data.items.length)}
            {data.more && ' and more'}
          </Button>
        </p>
      )}
    </Card>
  )
}

function EndingRow({ ending, within }: { ending: Ending; within: ProjectId | undefined }) {
  const { subject, project, role, state, expiresAt, by, refusal } = ending
  const name = subject.kind === 'member' ? (subject.person?.name ?? 'Somebody') : subject.name
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5 text-sm">
      <span className="flex min-w-0 flex-1 basis-48 flex-col">
        <Name strong>{name}</Name>
        <span className="text-ink-muted text-xs">
          {project && project.id !== within && <Name>{project.name}</Name>}
          {by && (
            <>
              {project && project.id !== within && ', '}given by <Name>{by.name}</Name>
            </>
          )}
        </span>
      </span>
      <RoleBadge role={role} />
      <Badge meaning={state === 'lasting' ? 'neutral' : 'warning'} icon={Hourglass}>
        {state === 'expired' ? 'Expired ' : 'Ends '}
        <Time at={expiresAt} />
      </Badge>
      <RenewButton assignment={ending.assignment} disabledReason={refusal?.message} />
    </li>
  )
}
