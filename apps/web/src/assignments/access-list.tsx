import type { MemberId } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { RoleBadge } from '../members/role-badge.tsx'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Badge } from '../ui/badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import type { Because } from './types.ts'
import { Reasons } from './why-panel.tsx'

/** Everything a person can reach: the organization and each project, with the roles, and behind each the why. */
export function AccessList({ member }: { member: MemberId }) {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const { data, error } = trpc.assignments.effective.useQuery({ organization, member })
  if (error) return <Callout meaning="warning">{sentenceOf(error)}</Callout>
  if (!data) return <SkeletonLines lines={3} />
  const expiredElsewhere = data.expired.filter(
    (one) => !data.scopes.some((scope) => scope.project?.id === one.project?.id),
  )
  return (
    <section aria-label="Access" className="mt-4 flex flex-col gap-2 text-sm">
      <h3 className="font-medium">Access</h3>
      <ul className="divide-y divide-line rounded-control border border-line">
        {data.scopes.map(({ project, permissions }) => {
          const reasons = new Set(permissions.flatMap((one) => one.because))
          const because = [...reasons].flatMap((index) => data.because[index] ?? [])
          return (
            <li key={project?.id ?? 'organization'}>
              <details className="px-3 py-2">
                <summary className="flex cursor-pointer flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="min-w-0 flex-1 basis-32">
                    <Name strong>{project?.name ?? here.name}</Name>
                  </span>
                  {project?.archived && <Badge meaning="warning">Archived</Badge>}
                  <Roles because={because} />
                </summary>
                <div className="pt-2">
                  <Reasons effective={data} project={project?.id} />
                </div>
              </details>
            </li>
          )
        })}
        {expiredElsewhere.map((one) => (
          <li key={one.assignment}>
            <details className="px-3 py-2">
              <summary className="flex cursor-pointer flex-wrap items-center gap-2">
                <span className="min-w-0 flex-1 basis-32 text-ink-muted">
                  <Name>{one.project?.name ?? here.name}</Name>
                </span>
                <Badge meaning="warning">Expired</Badge>
              </summary>
              <div className="pt-2">
                <Reasons effective={data} project={one.project?.id} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {data.hidden > 0 && (
        <p className="text-ink-muted">
          And {counted(data.hidden, label.one, label.many)} whose people you may not see.
        </p>
      )}
    </section>
  )
}

/** Each role once, however often it is given. */
function Roles({ because }: { because: readonly Because[] }) {
  const roles = new Map(because.map(({ role }) => [role.id, role]))
  return (
    <span className="flex flex-wrap gap-1">
      {[...roles.values()].map((role) => (
        <RoleBadge key={role.id} role={role} />
      ))}
    </span>
  )
}
