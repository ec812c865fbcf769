import { inAcme, type Swap, swap } from './swap.ts'
import type { Things } from './things.ts'

/** Everybody named × every project named, one of the ids another organization's. */
const named = (field: string, fields: (globex: Things) => object) =>
  swap(
    field,
    inAcme((globex, { member, project, projectRole }) => ({
      members: [member],
      projects: [project],
      role: projectRole,
      ...fields(globex),
    })),
  )

const assigned: readonly Swap[] = [
  swap(
    'changes',
    inAcme(({ member }, { project, projectRole }) => ({
      changes: [{ subject: { member }, project, role: projectRole }],
    })),
  ),
  named('members', ({ member }) => ({ members: [member] })),
  named('groups', ({ group }) => ({ members: [], groups: [group] })),
  named('projects', ({ project }) => ({ projects: [project] })),
  named('role', ({ projectRole }) => ({ role: projectRole })),
]

/** For `SWAPS`: what is about assignments. */
export const ASSIGNMENT_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'assignments.preview': assigned,
  'assignments.assign': assigned,
  'assignments.renew': [
    swap(
      'assignment',
      inAcme(({ assignment }) => ({ assignment, expiresAt: Date.UTC(2100, 0, 1) })),
    ),
  ],
  'assignments.expiring': [
    swap(
      'project',
      inAcme(({ project }) => ({ project })),
    ),
  ],
  'assignments.effective': [
    swap(
      'member',
      inAcme(({ member }) => ({ member })),
    ),
    swap(
      'project',
      inAcme(({ project }, { member }) => ({ member, project })),
    ),
  ],
}
