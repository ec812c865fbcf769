import { type Permission, reachesEveryProject } from '@roster/domain'
import type { ReactNode } from 'react'
import { Callout } from '../ui/callout.tsx'

type LeastPrivilegeHintProps = {
  /** The role about to be given, and what those who get it hold already. */
  role: { name: string; permissions: readonly Permission[] }
  before: Iterable<Permission>
  /** How to give a role at a project instead. */
  children: ReactNode
}

/** Said when a role in the organization opens every project, where one at a project might do (D40). */
export function LeastPrivilegeHint({ role, before, children }: LeastPrivilegeHintProps) {
  if (!reachesEveryProject(before, role.permissions)) return null
  return (
    <Callout title="Only for one project?">
      {role.name} reaches into every project, also those to come. Where one is enough, {children}.
    </Callout>
  )
}
