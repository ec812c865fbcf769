import { ChevronRight, Hourglass, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Because } from '../../assignments/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { Name } from '../../ui/name.tsx'
import { Time } from '../../ui/time.tsx'
import { RoleBadge } from '../role-badge.tsx'

type AccessRowProps = {
  name: string
  archived?: boolean | undefined
  /** Something there has ended by itself. */
  expired: boolean
  because: readonly Because[]
  /** The why, unfolded. */
  children: ReactNode
}

/** One place with the roles somebody holds there; one press unfolds why. */
export function AccessRow({ name, archived = false, expired, because, children }: AccessRowProps) {
  const roles = new Map(because.map(({ role }) => [role.id, role]))
  const ends = because.flatMap(({ expiresAt }) => expiresAt ?? [])
  const throughGroup = because.some(({ via }) => via === 'group')
  return (
    <li>
      <details className="group/access">
        <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-2 text-sm -outline-offset-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-ink-faint transition-transform group-open/access:rotate-90"
          />
          <span className="flex min-w-0 flex-1 basis-32 items-center gap-2">
            <Name strong>{name}</Name>
            {archived && <Badge meaning="warning">Archived</Badge>}
          </span>
          {throughGroup && (
            <span className="inline-flex items-center text-ink-faint" data-tip="Through a group">
              <Users aria-hidden className="size-4" />
              <span className="sr-only">Through a group</span>
            </span>
          )}
          {ends.length > 0 && (
            <span className="inline-flex items-center gap-1 text-ink-muted text-xs">
              <Hourglass aria-hidden className="size-3.5" />
              until <Time at={Math.min(...ends)} as="date" />
            </span>
          )}
          {expired && <Badge meaning="warning">Expired</Badge>}
          {[...roles.values()].map((role) => (
            <RoleBadge key={role.id} role={role} />
          ))}
        </summary>
        <div className="px-4 pt-1 pb-4 sm:pl-10.5">{children}</div>
      </details>
    </li>
  )
}
