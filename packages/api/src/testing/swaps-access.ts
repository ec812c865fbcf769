import type { House } from './house.ts'
import { inAcme, otherCursor, type Swap, swap } from './swap.ts'
import { ASSIGNMENT_SWAPS } from './swaps-assignments.ts'
import { ROLE_SWAPS } from './swaps-roles.ts'
import type { Things } from './things.ts'

const project = swap(
  'project',
  inAcme(({ project }) => ({ project })),
)
const giving = (field: string, fields: (globex: Things, acme: Things) => object) =>
  swap(field, inAcme(fields))

const group = swap(
  'group',
  inAcme(({ group }) => ({ group })),
)

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
  'groups.list': [otherCursor('groups')],
  'groups.get': [group],
  ...ASSIGNMENT_SWAPS,
  ...ROLE_SWAPS,
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
