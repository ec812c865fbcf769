import { Name } from '../ui/name.tsx'
import { sameEffects } from './effects.ts'
import { PermissionLists } from './permission-lists.tsx'
import type { RoleChange } from './types.ts'

const SHOWN_AT_ONCE = 6

type AffectedPeopleProps = {
  affected: RoleChange['affected']
  /** Everybody gains and loses what the role does: it need not be said again. */
  same: boolean
}

/** Those for whom something changes, those with the same together, with the projects where it does. */
export function AffectedPeople({ affected, same }: AffectedPeopleProps) {
  return (
    <div className="mt-2 flex flex-col gap-4">
      {sameEffects(affected).map(({ gains, losses, people }, index) => (
        <div key={index} className="rounded-control border border-line">
          {!same && (
            <div className="border-line border-b bg-sunken px-4 py-3">
              <PermissionLists gains={gains} losses={losses} />
            </div>
          )}
          <ul
            // What scrolls must be reachable by keyboard
            tabIndex={people.length > SHOWN_AT_ONCE ? 0 : undefined}
            aria-label="People"
            className="max-h-56 divide-y divide-line overflow-y-auto text-sm"
          >
            {people.map(({ person, where }) => (
              <li
                key={person.member}
                className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-1.5"
              >
                <span className="min-w-0">
                  <Name>{person.name}</Name>
                </span>
                <span className="min-w-0 text-ink-muted [overflow-wrap:anywhere]">
                  {where.map((name) => name ?? 'In the whole organization').join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
