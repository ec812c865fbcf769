import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'
import { useId } from 'react'
import { useHere } from '../organizations/here.ts'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'

type Preview = inferRouterOutputs<AppRouter>['members']['removalPreview'][number]

const SHOWN_AT_ONCE = 7

type RemovalLossesProps = {
  people: readonly Preview[]
  /** The title names them already. */
  alone: boolean
}

/** What each of them loses, and what stays. */
export function RemovalLosses({ people, alone }: RemovalLossesProps) {
  const { here } = useHere()
  const { one, many } = here.policies.projectLabel
  const heading = useId()
  const [only] = people
  const sent = people.reduce((sum, { invitationsSent }) => sum + invitationsSent, 0)
  return (
    <>
      <div>
        <p id={heading} className="font-medium text-sm">
          This is lost
        </p>
        {alone && only ? (
          <ul
            aria-labelledby={heading}
            className="mt-1.5 flex list-disc flex-col gap-1 pl-5 text-ink-muted text-sm marker:text-danger-ink"
          >
            <li>
              The role {only.role.name} and everything it allows in {here.name}
            </li>
            {only.projects > 0 && <li>Access to {counted(only.projects, one, many)}</li>}
            <li>Access to {here.name}, at once and on every device</li>
          </ul>
        ) : (
          <ul
            aria-labelledby={heading}
            // What scrolls must be reachable by keyboard
            tabIndex={people.length > SHOWN_AT_ONCE ? 0 : undefined}
            className="mt-1.5 max-h-64 divide-y divide-line overflow-y-auto rounded-control border border-line-strong text-sm"
          >
            {people.map(({ member, name, role, projects }) => (
              <li key={member} className="flex items-baseline justify-between gap-3 px-3 py-1.5">
                <span className="min-w-0 flex-1 truncate">
                  <Name>{name}</Name>
                </span>
                <span className="shrink-0 text-danger-ink">
                  {role.name}
                  {projects > 0 && `, ${counted(projects, one, many)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="text-pretty text-ink-muted text-sm">
        {alone ? 'Their account stays' : `With the role goes all access to ${here.name}. Their accounts stay`}
        {sent > 0 && `, and so ${invitations(sent)} from them`}. To come back, they must be invited again.
      </p>
    </>
  )
}

function invitations(sent: number): string {
  return `${sent === 1 ? 'does' : 'do'} ${counted(sent, 'open invitation', 'open invitations')}`
}
