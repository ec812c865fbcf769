import { type MemberId, PERMISSIONS, type Permission, type ProjectId, Refusal } from '@roster/domain'
import type { ReactNode } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Callout } from '../ui/callout.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Reason } from './reason.tsx'
import type { Because, Effective } from './types.ts'

type WhyPanelProps = {
  member: MemberId
  /** One project; without it, the organization. */
  project?: ProjectId | undefined
  /** Only what gives this. */
  permission?: Permission | undefined
}

/**
 * Why somebody may do what they may: every assignment behind it, how it reaches them, by whom, since when, until
 * when and for which reason, and what each of them allows.
 */
export function WhyPanel({ member, project, permission }: WhyPanelProps) {
  const { organization } = useHere()
  const { data, error } = trpc.assignments.effective.useQuery({ organization, member, project })
  if (error) return <Callout meaning="warning">{sentenceOf(error)}</Callout>
  if (!data) return <SkeletonLines lines={4} />
  return <Reasons effective={data} project={project} permission={permission} />
}

/** The assignments behind what somebody may do at one place, each with what it allows. */
export function Reasons({
  effective,
  project,
  permission,
  actionsOf,
}: {
  effective: Effective
  project: ProjectId | undefined
  permission?: Permission | undefined
  /** What would change it, if that is offered here. */
  actionsOf?: ((because: Because) => ReactNode) | undefined
}) {
  const scope = effective.scopes.find((one) => (one.project?.id ?? undefined) === project)
  const given = new Map<number, Permission[]>()
  for (const one of scope?.permissions ?? []) {
    if (permission && one.permission !== permission) continue
    for (const index of one.because) given.set(index, [...(given.get(index) ?? []), one.permission])
  }
  const pathOf = ({ path }: Because) => (path === null ? [] : (effective.paths[path] ?? []))
  const expired = effective.expired.filter((one) => (one.project?.id ?? undefined) === project)
  return (
    <div className="flex flex-col gap-3 text-sm">
      {permission && <p className="font-medium">{PERMISSIONS[permission]}</p>}
      {given.size === 0 && expired.length === 0 && (
        <p className="text-ink-muted">Nothing here allows them anything.</p>
      )}
      <ul className="flex flex-col gap-3">
        {[...given].map(([index, permissions]) => {
          const because = effective.because[index]
          return (
            because && (
              <Reason
                key={because.assignment}
                because={because}
                path={pathOf(because)}
                permissions={permission ? [] : permissions}
                whyNotRenew={whyNotManage(effective, because)}
                actions={actionsOf?.(because)}
              />
            )
          )
        })}
        {expired.map((because) => (
          <Reason
            key={because.assignment}
            because={because}
            path={pathOf(because)}
            permissions={[]}
            whyNotRenew={whyNotManage(effective, because)}
            actions={actionsOf?.(because)}
            expired
          />
        ))}
      </ul>
    </div>
  )
}

/** Why the reader may not decide who holds what in that project; undefined when they may. */
export function whyNotManage({ manageable }: Effective, { project }: Because): string | undefined {
  if (!project || manageable.includes(project.id)) return undefined
  return new Refusal('not-permitted', { permission: 'project.members.manage' }).message
}
