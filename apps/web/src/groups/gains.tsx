import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'
import { counted } from '../ui/number.ts'

type AccessList = inferRouterOutputs<AppRouter>['groups']['access']

const SHOWN = 6

/** What being in a group gives, in a few lines. */
export function Gains({ access: { items, hidden }, who }: { access: AccessList; who: string }) {
  if (items.length + hidden === 0) {
    return <p className="text-ink-muted text-sm">The group gives no access yet.</p>
  }
  const more = items.length - SHOWN + hidden
  return (
    <div className="text-sm">
      <p className="font-medium">{who}</p>
      <ul className="mt-1 flex flex-col gap-0.5 text-success-ink">
        {items.slice(0, SHOWN).map(({ assignment, role, project, through }) => (
          <li key={assignment}>
            {role.name} {project ? 'in ' : 'at the organization'}
            {project && <bdi>{project.name}</bdi>}
            {through && (
              <span className="text-ink-muted">
                {' '}
                through <bdi>{through.name}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-ink-muted">and {counted(more, 'other role', 'other roles')}</p>}
    </div>
  )
}
