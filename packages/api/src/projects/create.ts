import {
  type HeldAssignment,
  LONGEST_PROJECT_DESCRIPTION,
  mayGrant,
  PROJECT_VISIBILITIES,
} from '@roster/domain'
import { z } from 'zod'
import { beginAssignment } from '../assignments/store.ts'
import { heldBy } from '../platform/access.ts'
import { command } from '../platform/command.ts'
import { FreeText, IdOf, inOrganization, ProjectName } from '../platform/input.ts'
import { builtIn, defaultRoleToGive, projectRolesOf } from './roles.ts'
import { insertProject } from './store.ts'

/**
 * Makes a project. Whoever makes it owns it: they get the role of its owner, unless their role at the organization
 * lets them manage every project anyway; then they say whether they `join`. Refuses with `name-taken`, and for the
 * default role with `beyond-your-own` and `owner-by-default`.
 */
export const createProject = command({
  permission: 'projects.create',
  records: 'project.created',
  input: inOrganization({
    name: ProjectName,
    description: FreeText(LONGEST_PROJECT_DESCRIPTION).optional(),
    visibility: z.enum(PROJECT_VISIBILITIES).default('private'),
    defaultRole: IdOf('rol').nullish(),
    join: z.boolean().default(false),
  }),
  async run({ tx, newId, organization, actor, member, held, now }, input) {
    const { name, description = '', visibility, defaultRole = null, join } = input
    const by = { organization: organization.id, by: actor.id, now }
    const project = await insertProject(tx, newId, { ...by, name, description, visibility })
    const roles = await projectRolesOf(tx, organization)
    const owner = builtIn(roles, 'owner')
    const owns = join || mayGrant(held, ['project.members.manage']) !== true
    const assignment = owns
      ? await beginAssignment(tx, newId, { ...by, subject: { member }, role: owner.id, project })
      : null
    if (defaultRole) {
      const own: HeldAssignment[] = assignment
        ? [
            {
              id: assignment,
              role: owner.id,
              permissions: owner.permissions,
              scope: project,
              since: now,
              expiresAt: null,
              via: null,
              by: actor.id,
            },
          ]
        : []
      const theirs = [...held, ...heldBy(actor, own)]
      await defaultRoleToGive(tx, organization, theirs, { roles, role: defaultRole, project })
      await tx
        .updateTable('project')
        .set({ default_role_id: defaultRole })
        .where('id', '=', project)
        .execute()
    }
    const facts = {
      project,
      visibility,
      default_role: defaultRole,
      ...(assignment && { assignment, member, role: owner.id, role_name: owner.name }),
    }
    return {
      result: { project },
      audit: { target: { kind: 'project', id: project }, facts },
      shownBy: ['members'],
      people: [actor.id],
    }
  },
})
