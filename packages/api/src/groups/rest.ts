import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import {
  AnId,
  At,
  ChangeRef,
  GroupRef,
  List,
  Page,
  Person,
  ProjectRef,
  RoleRef,
  whole,
} from '../transport/rest/schemas.ts'
import { groupAccess } from './access.ts'
import { listChildren } from './children.ts'
import { createGroup } from './create.ts'
import { deleteGroup } from './delete.ts'
import { getGroup } from './get.ts'
import { listGroups } from './list.ts'
import { nestGroup, unnestGroup } from './nest.ts'
import { groupsOfMember } from './of-member.ts'
import { losses } from './rest-losses.ts'
import { updateGroup } from './update.ts'

const ALL = '/organizations/{organization}/groups'
const ONE = `${ALL}/{group}`

const Group = GroupRef.extend({
  description: z.string(),
  members: z.int().describe('How many people are directly in it.'),
  groups: z.int().describe('How many groups are directly in it.'),
  projects: z.int().describe('How many roles it holds itself.'),
  manages: z.boolean().describe('Whether the caller is a manager of it.'),
}).meta({ id: 'Group', description: 'People, and groups of people, who hold roles together.' })

const GroupDetails = Group.extend({
  createdAt: At,
  createdBy: Person.nullable(),
  managers: z.array(Person).describe('At most fifty of them.'),
  inside: z.array(GroupRef).describe('The groups it is directly in.'),
  around: z
    .array(GroupRef.extend({ way: z.array(GroupRef) }))
    .describe('Every group around it, with the groups one steps through to get there.'),
  refusal: z.string().nullable().describe('Why the caller may not change who is in it.'),
}).meta({ id: 'GroupDetails', description: 'A group, what is around it, and who manages it.' })

const GroupAccess = z
  .object({
    assignment: AnId('asg'),
    project: ProjectRef.nullable().describe('Null in the organization.'),
    role: RoleRef,
    through: GroupRef.nullable().describe('The group around this one that holds it.'),
    way: z.array(GroupRef),
    since: At,
    expiresAt: At.nullable(),
    by: Person.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'GroupAccess', description: 'A role that everybody in a group holds.' })

const GroupOfMember = z
  .object({
    group: GroupRef,
    manager: z.boolean(),
    since: At,
    by: Person.nullable(),
    refusal: z.string().nullable(),
  })
  .meta({ id: 'GroupOfMember', description: 'A group that somebody is directly in.' })

const Changed = z
  .object({ change: ChangeRef.nullable() })
  .meta({ id: 'GroupChanged', description: 'Null where everything was so already.' })

const one = get({
  path: ONE,
  name: 'groups.get',
  summary: 'Get a group',
  calls: getGroup,
  answers: GroupDetails,
  shows: ({ since, ...group }) => ({ ...group, createdAt: since }),
})

const { confirm } = deleteGroup.input.shape
const Deleting = z.strictObject({
  confirm: confirm.describe('Its name: refused where it is called otherwise by now.'),
})

/** The resource `groups`. */
export const groupRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'groups.list',
    summary: 'List groups',
    refuses: ['cursor-invalid'],
    calls: listGroups,
    answers: Page(Group, 'GroupPage'),
  }),
  act({
    method: 'POST',
    path: ALL,
    name: 'groups.create',
    summary: 'Create a group',
    description: 'Nobody is in it, and it gives nothing yet.',
    refuses: ['name-taken', 'invalid-name'],
    calls: createGroup,
    resource: one,
    at: ({ group }, params) => ({ ...params, group }),
  }),
  one,
  act({
    method: 'PATCH',
    path: ONE,
    name: 'groups.update',
    summary: 'Rename or describe a group',
    refuses: ['name-taken', 'invalid-name'],
    calls: updateGroup,
    resource: one,
    at: (_, params) => params,
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'groups.delete',
    summary: 'Delete a group',
    description:
      'Everybody’s place in it ends, and every role it holds. With `dry_run=true`, who would lose what.',
    refuses: ['beyond-your-own', 'changed-meanwhile', 'invalid-name'],
    calls: deleteGroup,
    takes: { fields: Deleting, input: (given) => given },
    nothing: true,
    resource: one,
    dryRun: losses(ONE, 'groups.deletionPreview', Deleting, () => ({})),
  }),
  get({
    path: `${ONE}/access`,
    name: 'groups.access',
    summary: 'List what a group gives',
    description: 'By itself, and by the groups around it.',
    calls: groupAccess,
    answers: z
      .object({
        items: z.array(GroupAccess),
        hidden: z.int().describe('How many more there are at projects that are not yours to see.'),
      })
      .meta({ id: 'GroupAccessList' }),
  }),
  get({
    path: `${ONE}/groups`,
    name: 'groups.children',
    summary: 'List the groups directly in a group',
    calls: listChildren,
    answers: List(Group, 'ChildGroups'),
    shows: whole,
  }),
  act({
    method: 'PUT',
    path: `${ONE}/groups/{child}`,
    name: 'groups.nest',
    summary: 'Put a group into another one',
    description: 'Whoever is in `child` holds what this group and those around it give.',
    refuses: ['beyond-your-own', 'group-cycle', 'already-in-group'],
    calls: nestGroup,
    answers: Changed,
  }),
  act({
    method: 'DELETE',
    path: `${ONE}/groups/{child}`,
    name: 'groups.unnest',
    summary: 'Take a group out of another one',
    description: 'With `dry_run=true`, who would lose what.',
    refuses: ['beyond-your-own'],
    calls: unnestGroup,
    nothing: true,
    dryRun: losses(`${ONE}/groups/{child}`, 'groups.unnestPreview', z.strictObject({}), (_, { params }) => ({
      child: params.child,
    })),
  }),
  get({
    path: '/organizations/{organization}/members/{member}/groups',
    name: 'members.groups',
    summary: 'List the groups a member is directly in',
    calls: groupsOfMember,
    answers: List(GroupOfMember, 'GroupsOfMember'),
    shows: whole,
  }),
]
