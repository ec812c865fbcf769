import {
  decide,
  LONGEST_PROJECT_DESCRIPTION,
  orThrow,
  PROJECT_VISIBILITIES,
  type RoleId,
} from '@roster/domain'
import { z } from 'zod'
import type { AuditFacts, AuditValue } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { FreeText, IdOf, inProject, ProjectName } from '../platform/input.ts'
import { namesOf, refuseTakenName } from '../platform/names.ts'
import { defaultRoleToGive, projectRolesOf } from './roles.ts'
import { storedProject } from './store.ts'

/**
 * Changes the name, the description, who else knows of a project, and the role of those who join; what is not given
 * stays. Who decides that also decides who is in it, so the role needs `project.members.manage`, and is refused with
 * `beyond-your-own` and `owner-by-default`; a name with `name-taken`. Each thing that changed is an entry of its
 * own; of the description, which is free text, only that it changed.
 */
export const updateProject = command({
  permission: 'project.update',
  records: 'project.updated',
  input: inProject({
    name: ProjectName.optional(),
    description: FreeText(LONGEST_PROJECT_DESCRIPTION).optional(),
    visibility: z.enum(PROJECT_VISIBILITIES).optional(),
    defaultRole: IdOf('rol').nullish(),
  }),
  async run({ tx, organization, project, held }, input) {
    const before = await storedProject(tx, project.id)
    const { name = before.name, description = before.description, visibility = before.visibility } = input
    const defaultRole = input.defaultRole === undefined ? before.default_role_id : input.defaultRole
    if (name !== before.name) await refuseTakenName(tx, 'project', organization.id, name, project.id)
    if (defaultRole !== before.default_role_id) orThrow(decide(held, 'project.members.manage', project.id))
    const roles = await projectRolesOf(tx, organization)
    if (defaultRole !== null && defaultRole !== before.default_role_id) {
      await defaultRoleToGive(tx, organization, held, { roles, role: defaultRole, project: project.id })
    }
    const roleName = (role: RoleId | null) => (role && roles.get(role)?.name) ?? null
    const changed: readonly (readonly [string, AuditValue, AuditValue])[] = [
      ['name', before.name, name],
      ['visibility', before.visibility, visibility],
      ['defaultRole', roleName(before.default_role_id), roleName(defaultRole)],
    ]
    const target = { kind: 'project', id: project.id } as const
    const entries: AuditFacts[] = changed.flatMap(([field, was, is]) =>
      was === is ? [] : [{ target, facts: { project: project.id, field, before: was, after: is } }],
    )
    if (description !== before.description) {
      entries.push({ target, facts: { project: project.id, field: 'description' } })
    }
    const [first, ...others] = entries
    if (!first) return { result: {}, audit: UNCHANGED }
    await tx
      .updateTable('project')
      .set({ ...namesOf(name), description, visibility, default_role_id: defaultRole })
      .where('id', '=', project.id)
      .execute()
    return { result: {}, audit: [first, ...others], shownBy: ['groups', 'assignments'] }
  },
})
