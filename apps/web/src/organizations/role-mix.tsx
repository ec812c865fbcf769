import type { Permission } from '@roster/domain'
import { Link } from '@tanstack/react-router'
import { Card } from '../ui/card.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import type { Overview } from './types.ts'

type RoleMixProps = {
  organization: string
  mix: Overview['roleMix']
  may: (permission: Permission) => boolean
}

/** How many hold which role, each leading to them. */
export function RoleMix({ organization, mix, may }: RoleMixProps) {
  const params = { organization }
  const all = mix.reduce((sum, { members }) => sum + members, 0)
  return (
    <Card
      title="Roles"
      actions={
        <span className="text-sm">
          <TextLink link={{ to: '/$organization/roles', params }}>What they allow</TextLink>
        </span>
      }
      flush
    >
      <ul className="py-1.5">
        {mix.map(({ role, members }) => {
          const row = (
            <>
              <span className="flex items-baseline justify-between gap-3 text-sm">
                <Name>{role.name}</Name>
                <span className="text-ink-muted tabular-nums">{count(members)}</span>
              </span>
              <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-pressed">
                <span
                  className="block h-full min-w-1 rounded-full bg-accent"
                  style={{ width: `${(100 * members) / all}%` }}
                />
              </span>
            </>
          )
          return (
            <li key={role.id}>
              {may('members.read') ? (
                <Link
                  to="/$organization/members"
                  params={params}
                  search={{ role: role.id }}
                  className="block px-4 py-2 -outline-offset-2 hover:bg-hover"
                >
                  {row}
                </Link>
              ) : (
                <div className="px-4 py-2">{row}</div>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
