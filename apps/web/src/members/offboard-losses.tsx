import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'
import { useId } from 'react'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { counted } from '../ui/number.ts'

type Preview = inferRouterOutputs<AppRouter>['members']['offboardPreview']

/** What ends with somebody's time here, in numbers; what they do not have is left out. */
export function OffboardLosses({ preview }: { preview: Preview }) {
  const { here } = useHere()
  const { one, many } = useProjectLabel()
  const heading = useId()
  const { role, projects, groups, sessions } = preview
  return (
    <div>
      <p id={heading} className="font-medium text-sm">
        This ends at once
      </p>
      <ul
        aria-labelledby={heading}
        className="mt-1.5 flex list-disc flex-col gap-1 pl-5 text-ink-muted text-sm marker:text-danger-ink"
      >
        <li>
          The role {role.name} and everything it allows in {here.name}
        </li>
        {projects > 0 && <li>Roles of their own in {counted(projects, one, many)}</li>}
        {groups > 0 && <li>Their place in {counted(groups, 'group', 'groups')}, and what it gives</li>}
        <li>
          {sessions === 0
            ? 'Every session; they are signed in nowhere'
            : `${counted(sessions, 'session', 'sessions')}: they are signed out on every device`}
        </li>
      </ul>
    </div>
  )
}
