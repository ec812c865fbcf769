import type { House } from './house.ts'
import { inAcme, type Swap, swap } from './swap.ts'
import { ASSIGNMENT_SWAPS } from './swaps-assignments.ts'
import { CHECK_SWAPS } from './swaps-checks.ts'
import { GROUP_SWAPS } from './swaps-groups.ts'
import { HISTORY_SWAPS } from './swaps-history.ts'
import { ROLE_SWAPS } from './swaps-roles.ts'
import type { Things } from './things.ts'

const project = swap(
  'project',
  inAcme(({ project }) => ({ project })),
)
const giving = (field: string, fields: (globex: Things, acme: Things) => object) =>
  swap(field, inAcme(fields))

/** For `SWAPS`: what is about roles, projects, groups and assignments. */
export const ACCESS_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'projects.list': [
    swap(
      'cursor',
      async ({ organization }, _, home) => ({ organization, cursor: await projectsCursor(home) }),
      'cursor-invalid',
    ),
  ],
  'projects.get': [project],
  'projects.create': [
    giving('defaultRole', ({ projectRole }) => ({ name: 'Gemini', defaultRole: projectRole })),
  ],
  ...GROUP_SWAPS,
  ...ASSIGNMENT_SWAPS,
  'projects.update': [
    project,
    giving('defaultRole', ({ projectRole }, { project }) => ({ project, defaultRole: projectRole })),
  ],
  'projects.archive': [project],
  'projects.restore': [project],
  'projects.deletionPreview': [project],
  'projects.delete': [giving('project', ({ project }) => ({ project, confirm: 'Apollo' }))],
  'projects.transfer': [
    giving('project', ({ project }, { member }) => ({ project, member, keep: null })),
    giving('member', ({ member }, { project }) => ({ project, member, keep: null })),
  ],
  'projects.member': [
    swap(
      'project',
      inAcme(({ project }, { member }) => ({ project, member })),
    ),
    swap(
      'member',
      inAcme(({ member }, { project }) => ({ project, member })),
    ),
  ],
  'projects.members': [
    project,
    swap(
      'role',
      inAcme(({ projectRole }, { project }) => ({ project, role: projectRole })),
      'nothing',
    ),
    swap(
      'cursor',
      async ({ organization, project }, { project: other }, home) => {
        const at = { organization: home.globex, project: other, pageSize: 1 }
        const { nextCursor } = await home.as('outsider').projects.members(at)
        return { organization, project, cursor: nextCursor ?? 'there is only one' }
      },
      'cursor-invalid',
    ),
  ],
  'projects.groups': [project],
  ...ROLE_SWAPS,
  ...CHECK_SWAPS,
  ...HISTORY_SWAPS,
  'roles.list': [
    swap(
      'project',
      inAcme(({ project }) => ({ level: 'project', project })),
    ),
  ],
}

/** Where the first page of globex' projects ends. */
async function projectsCursor(home: House): Promise<string> {
  await home.as('outsider').projects.create({ organization: home.globex, name: 'Gemini' })
  const { nextCursor } = await home.as('outsider').projects.list({ organization: home.globex, pageSize: 1 })
  if (nextCursor === null) throw new Error('globex has only one project')
  return nextCursor
}
