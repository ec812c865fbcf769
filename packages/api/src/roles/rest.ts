import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import {
  AnId,
  At,
  GroupRef,
  List,
  Page,
  Permissions,
  Person,
  ProjectRef,
  RefusalRef,
  RoleRef,
  whole,
} from '../transport/rest/schemas.ts'
import { previewRoleChange } from './change-preview.ts'
import { createRole } from './create.ts'
import { deleteRole } from './delete.ts'
import { getRole } from './get.ts'
import { roleHolders } from './holders.ts'
import { listRoles } from './list.ts'
import { updateRole } from './update.ts'

const ALL = '/organizations/{organization}/roles'
const ONE = `${ALL}/{role}`

const Role = RoleRef.extend({
  description: z.string(),
  level: z.enum(['organization', 'project']).describe('Where it is held.'),
  permissions: Permissions.describe('What it allows today.'),
  terms: Permissions.describe('What it allows by its terms, also what a policy keeps from it today.'),
  members: z.int().describe('How many members hold it in the organization.'),
  places: z.int().describe('How often people hold it in projects.'),
  groups: z.int().describe('How often groups hold it.'),
  invitations: z.int().describe('How many open invitations give it.'),
  keys: z.int().describe('How many API keys have it as their ceiling.'),
  elevated: z.boolean().describe('Whether it decides about other people.'),
  offered: z.boolean().describe('Whether the caller may give it.'),
  refusal: z.string().nullable().describe('Why not.'),
}).meta({ id: 'Role', description: 'What somebody may do who holds it.' })

const one = get({
  path: ONE,
  name: 'roles.get',
  summary: 'Get a role',
  calls: getRole,
  answers: Role,
})

const Holder = z
  .object({
    assignment: AnId('asg'),
    person: Person.extend({ member: AnId('mem') }).nullable(),
    group: GroupRef.nullable(),
    invitation: z.object({ id: AnId('inv'), recipient: z.string() }).nullable(),
    project: ProjectRef.nullable().describe('Null in the whole organization.'),
    since: At,
    expiresAt: At.nullable(),
    by: Person.nullable().describe('Who gave it.'),
  })
  .meta({ id: 'RoleHolder', description: 'Where a role is held: by a person, a group, or an invitation.' })

const Preview = z
  .object({
    gains: Permissions.describe('What the role itself gains.'),
    losses: Permissions,
    people: z.int().describe('How many people it reaches.'),
    peopleIsCapped: z.boolean(),
    groups: z.int(),
    invitations: z.int(),
    affected: z
      .array(
        Person.extend({
          member: AnId('mem'),
          effects: z.array(
            z.object({ project: ProjectRef.nullable(), gains: Permissions, losses: Permissions }),
          ),
        }),
      )
      .describe('The first of those for whom something changes.'),
    projects: z.array(z.object({ project: ProjectRef, members: z.int(), groups: z.int() })),
    refusal: RefusalRef.nullable().describe('Why the caller may not do this.'),
  })
  .meta({ id: 'RoleChangePreview', description: 'Who would gain and lose what.' })

const { name, description, permissions, seen } = updateRole.input.shape
const Changing = z.strictObject({
  name,
  description,
  permissions: permissions.describe('All that it allows from now on.'),
  seen: seen.describe('What it allowed as far as the caller knows: refused where that is another by now.'),
})
const { replaceWith } = deleteRole.input.shape
const Deleting = z.strictObject({
  replaceWith: replaceWith.describe('The role that whoever holds it gets instead.'),
})

/** The resource `roles`. */
export const roleRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'roles.list',
    summary: 'List roles',
    description: 'Those of a level, the least powerful first.',
    calls: listRoles,
    answers: List(Role, 'Roles'),
    shows: whole,
  }),
  act({
    method: 'POST',
    path: ALL,
    name: 'roles.create',
    summary: 'Create a role',
    description: 'Nobody makes one that allows more than they hold themselves in the whole organization.',
    refuses: ['beyond-your-own', 'name-taken', 'invalid-name', 'role-level-mismatch'],
    calls: createRole,
    resource: one,
    at: ({ role }, params) => ({ ...params, role }),
  }),
  one,
  act({
    method: 'PATCH',
    path: ONE,
    name: 'roles.update',
    summary: 'Change a role',
    description:
      'Takes effect with the next call of everybody who holds it. With `dry_run=true`, who would gain and lose what.',
    refuses: [
      'beyond-your-own',
      'role-protected',
      'name-taken',
      'invalid-name',
      'owner-through-group',
      'changed-meanwhile',
      'role-level-mismatch',
    ],
    calls: updateRole,
    takes: { fields: Changing, input: (given) => given },
    resource: one,
    at: (_, params) => params,
    dryRun: get({
      path: ONE,
      name: 'roles.changePreview',
      summary: 'Who would gain and lose what',
      calls: previewRoleChange,
      takes: { fields: Changing, input: (given) => ({ permissions: Changing.parse(given).permissions }) },
      answers: Preview,
    }),
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'roles.delete',
    summary: 'Delete a role',
    description:
      'Whoever holds it gets the role named in `replace_with`. API keys with it as their ceiling are revoked. With `dry_run=true`, who would gain and lose what.',
    refuses: [
      'beyond-your-own',
      'role-protected',
      'role-in-use',
      'role-level-mismatch',
      'owner-by-name',
      'owner-through-group',
      'too-large',
    ],
    calls: deleteRole,
    takes: { fields: Deleting, input: (given) => given },
    nothing: true,
    resource: one,
    dryRun: get({
      path: ONE,
      name: 'roles.deletionPreview',
      summary: 'Who would gain and lose what',
      calls: previewRoleChange,
      takes: { fields: Deleting, input: (given) => given },
      answers: Preview,
    }),
  }),
  get({
    path: `${ONE}/holders`,
    name: 'roles.holders',
    summary: 'List who holds a role',
    description:
      'People, groups or invitations, in the order in which they got it. Groups take `groups.read`, invitations `invitations.read`.',
    refuses: ['cursor-invalid'],
    calls: roleHolders,
    answers: Page(Holder, 'RoleHolderPage'),
  }),
]
