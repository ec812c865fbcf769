import { Users } from 'lucide-react'
import { Name } from '../ui/name.tsx'
import { exactTime } from '../ui/time-text.ts'
import type { ProjectMember } from './types.ts'

type AccessPathProps = { person: ProjectMember; organization: string }

/** How somebody comes to be in the project: in person, through groups, or both (the why of their role). */
export function AccessPath({ person: { direct, through } }: AccessPathProps) {
  const several = Number(direct !== null) + through.length > 1
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-muted leading-4.5 sm:py-1.5">
      {direct && (
        <span
          data-tip={`Since ${exactTime(direct.since)}${direct.by ? `, by ${direct.by.name}` : ''}${direct.reason ? `: ${direct.reason}` : ''}`}
        >
          Direct{several && ` (${direct.role.name})`}
        </span>
      )}
      {through.map(({ group, role, assignment }) => (
        <span key={assignment} className="flex min-w-0 items-center gap-1">
          <Users aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          <span className="sr-only">through the group </span>
          <Name>{group.name}</Name>
          {several && <span>({role.name})</span>}
        </span>
      ))}
    </span>
  )
}
