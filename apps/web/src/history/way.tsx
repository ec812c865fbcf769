import { Users } from 'lucide-react'
import { RoleBadge } from '../members/role-badge.tsx'
import { Name } from '../ui/name.tsx'
import { Time } from '../ui/time.tsx'
import type { RoleThen } from './types.ts'

/** A role somebody had, and how they came to it: in person or through which group, since when, from whom. */
export function Way({ way: { role, via, group, since, expiresAt, by, reason } }: { way: RoleThen }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <RoleBadge role={role} />
      <span className="flex min-w-0 flex-wrap items-center gap-x-1 text-ink-muted text-xs">
        {via === 'group' && (
          <>
            <Users aria-hidden className="size-3.5 shrink-0" />
            <span className="flex min-w-0">{group ? <Name>{group.name}</Name> : 'through a group'},</span>
          </>
        )}
        <span>
          since <Time at={since} as="date" />
          {expiresAt !== null && (
            <>
              {' until '}
              <Time at={expiresAt} as="date" />
            </>
          )}
          {by && <>, by {by.name}</>}
          {reason && `: ${reason}`}
        </span>
      </span>
    </span>
  )
}
