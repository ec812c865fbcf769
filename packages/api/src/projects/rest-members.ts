import { isId, Refusal } from '@roster/domain'
import { z } from 'zod'
import { assign } from '../assignments/assign.ts'
import { Applied, ASSIGNING, shownApplied } from '../assignments/rest-resource.ts'
import { Members } from '../members/input.ts'
import { FreeText, IdOf, Moment } from '../platform/input.ts'
import { actOnEach, actOnOne, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, GroupRef, Page, Person, RoleRef } from '../transport/rest/schemas.ts'
import { projectMember } from './member.ts'
import { projectMembers } from './members.ts'

const ALL = '/projects/{project}/members'
const ONE = `${ALL}/{member}`

const ProjectMember = Person.extend({
  id: AnId('mem').describe('Of the membership in the organization.'),
  role: RoleRef.nullable().describe('The most powerful role they have in the project.'),
  expired: z.boolean().describe('Whether all they had has ended by itself: it allows nothing.'),
  organizationRole: RoleRef,
  direct: z
    .object({
      assignment: AnId('asg'),
      role: RoleRef,
      since: At,
      expiresAt: At.nullable(),
      by: Person.nullable(),
      reason: z.string().nullable(),
    })
    .nullable()
    .describe('The role given to them in person.'),
  through: z
    .array(z.object({ group: GroupRef, role: RoleRef, assignment: AnId('asg'), expiresAt: At.nullable() }))
    .describe('The roles they have through groups.'),
  refusal: z.string().nullable().describe('Why the caller may not change the role given in person.'),
}).meta({ id: 'ProjectMember', description: 'Somebody in a project, with every way they come to be in it.' })

const shown = <M extends { readonly member: string }>({ member, ...rest }: M) => ({ id: member, ...rest })

const one = get({
  path: ONE,
  name: 'projectMembers.get',
  summary: 'Get a member of a project',
  calls: projectMember,
  answers: ProjectMember,
  shows: shown,
})

const Terms = z.strictObject({
  role: IdOf('rol').describe('A role of projects.'),
  expiresAt: Moment.nullable()
    .optional()
    .describe('When it ends by itself; null never. Left out: as it is where they hold this role already.'),
  reason: FreeText(500).nullable().optional().describe('Why, where the organization asks for a reason.'),
})
const Adding = Terms.extend({ members: Members })

/** The resource `members` of a project. */
export const projectMemberRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'projectMembers.list',
    summary: 'List members of a project',
    description:
      'By name: with a role given in person, through a group, or both. People who may do everything in it by their role in the organization are not in it for that.',
    refuses: ['cursor-invalid'],
    calls: projectMembers,
    answers: Page(ProjectMember, 'ProjectMemberPage'),
    shows: ({ items, ...page }) => ({ ...page, items: items.map(shown) }),
  }),
  actOnEach({
    method: 'POST',
    path: ALL,
    name: 'projectMembers.add',
    summary: 'Put members of the organization into a project',
    description: 'One result for each. Somebody who is in it already gets this role instead.',
    refuses: ASSIGNING,
    calls: assign,
    takes: {
      fields: Adding,
      input: (given, { params }) => ({ ...Adding.parse(given), projects: [params.project ?? ''] }),
    },
    each: 'members',
    answers: Applied,
    shows: shownApplied,
  }),
  one,
  actOnOne({
    method: 'PUT',
    path: ONE,
    name: 'projectMembers.updateRole',
    summary: 'Give a member a role in a project',
    description:
      'Puts a member of the organization into the project, or gives somebody who is in it another role there. Nothing changes in the organization or in other projects. Somebody who is no member of the organization must become one first; an invitation to the project does both in one step.',
    refuses: ASSIGNING,
    calls: assign,
    takes: {
      fields: Terms,
      input(given, { params }) {
        // An account that is known by its id, and is not in the organization.
        if (isId('usr', params.member ?? '')) throw new Refusal('must-be-member', { field: 'member' })
        return { ...Terms.parse(given), projects: [params.project ?? ''] }
      },
    },
    each: ['members', 'member'],
    resource: one,
    at: (_, params) => params,
  }),
  actOnOne({
    method: 'DELETE',
    path: ONE,
    name: 'projectMembers.remove',
    summary: 'Take a member out of a project',
    description:
      'Ends the role given to them in person. They stay in the organization, and in the project as far as a group brings them there.',
    refuses: ASSIGNING,
    calls: assign,
    takes: {
      fields: z.strictObject({}),
      input: (_, { params }) => ({ role: null, projects: [params.project ?? ''] }),
    },
    within: one,
    each: ['members', 'member'],
    nothing: true,
    resource: one,
  }),
]
