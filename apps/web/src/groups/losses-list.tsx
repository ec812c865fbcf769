import { useId } from 'react'
import { Name } from '../ui/name.tsx'
import { count, counted } from '../ui/number.ts'
import type { Losses } from './types.ts'

const SHOWN_AT_ONCE = 6

/** Who loses which access: everybody who loses something by name, the others counted. */
export function LossesList({ losses }: { losses: Losses }) {
  const heading = useId()
  const losing = losses.items.filter((person) => person.losses.length > 0)
  const lines = losing.reduce((sum, person) => sum + person.losses.length, 0)
  const unhurt = losses.items.length - losing.length
  const unread = losses.people - losses.items.length
  return (
    <div className="flex flex-col gap-2">
      <p id={heading} className="font-medium text-sm">
        {losing.length > 0
          ? `${counted(losing.length, 'person loses', 'people lose')} access`
          : losses.people > 0
            ? 'Nobody loses access: what they hold here, they hold in another way too.'
            : 'Nobody is in it, so nobody loses access.'}
      </p>
      {losing.length > 0 && (
        <ul
          aria-labelledby={heading}
          // What scrolls must be reachable by keyboard
          tabIndex={lines > SHOWN_AT_ONCE ? 0 : undefined}
          className="max-h-64 divide-y divide-line overflow-y-auto rounded-control border border-line-strong text-sm"
        >
          {losing.map((person) => (
            <li key={person.member} className="grid gap-x-3 px-3 py-1.5 sm:grid-cols-2">
              <span className="min-w-0 truncate font-medium">
                <Name>{person.name}</Name>
              </span>
              <ul className="min-w-0">
                {person.losses.map(({ project, roles, keeps }) => (
                  <li key={project?.id ?? ''} className="text-danger-ink">
                    {roles.map(({ name }) => name).join(', ')} {project ? 'in ' : 'at the organization'}
                    {project && <bdi>{project.name}</bdi>}
                    {keeps && <span className="text-ink-muted"> (keeps {keeps.name})</span>}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {losing.length > 0 && unhurt > 0 && (
        <p className="text-ink-muted text-sm">
          {counted(unhurt, 'other keeps', 'others keep')} everything: they hold it in another way too.
        </p>
      )}
      {unread > 0 && (
        <p className="text-ink-muted text-sm">
          These are the first {count(losses.items.length)} by name; {losses.peopleAreCapped && 'more than '}
          {counted(unread, 'other was', 'others were')} not looked at.
        </p>
      )}
    </div>
  )
}
