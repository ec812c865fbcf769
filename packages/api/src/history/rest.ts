import { z } from 'zod'
import { get, type Route } from '../transport/rest/route.ts'
import { AnId, At, Permissions, Person, RoleRef } from '../transport/rest/schemas.ts'
import { changesBetween } from './changes.ts'
import { KINDS } from './differences.ts'
import { personAsOf } from './person.ts'
import { projectMembersAsOf } from './project-members.ts'

const PastProject = z
  .object({ id: AnId('prj'), name: z.string(), archived: z.boolean(), deleted: z.boolean() })
  .meta({ id: 'PastProject', description: 'A project, which may be gone by now.' })
const PastGroup = z
  .object({ id: AnId('grp'), name: z.string(), deleted: z.boolean() })
  .meta({ id: 'PastGroup', description: 'A group, which may be gone by now.' })

const RoleThen = z
  .object({
    assignment: AnId('asg'),
    role: RoleRef,
    via: z.enum(['direct', 'group']),
    group: PastGroup.nullable(),
    since: At,
    expiresAt: At.nullable(),
    by: Person.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'RoleThen', description: 'A role somebody had that day, and where from.' })

const PersonThen = z
  .object({
    day: z.string(),
    at: At.describe('The end of the day, or now.'),
    member: AnId('mem'),
    person: Person,
    joinedAt: At,
    leftAt: At.nullable(),
    wasMember: z.boolean().describe('Whether they were a member that day.'),
    roles: z.array(RoleThen).describe('What they held in the organization.'),
    permissions: Permissions,
    groups: z.array(z.object({ group: PastGroup, manager: z.boolean(), since: At, by: Person.nullable() })),
    projects: z.array(
      z.object({ project: PastProject, role: RoleRef, roles: z.array(RoleThen), permissions: Permissions }),
    ),
    hidden: z.int().describe('In how many more projects they held something that is not yours to see.'),
  })
  .meta({ id: 'PersonThen', description: 'A person as they stood on some day.' })

const ProjectMemberThen = Person.extend({
  id: AnId('mem'),
  role: RoleRef.describe('The most powerful role they had in the project.'),
  direct: z
    .object({
      assignment: AnId('asg'),
      role: RoleRef,
      since: At,
      expiresAt: At.nullable(),
      by: Person.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  through: z.array(z.object({ group: PastGroup, role: RoleRef, assignment: AnId('asg') })),
  organizationRole: RoleRef,
  leftAt: At.nullable().describe('Set when they have left the organization since.'),
}).meta({ id: 'ProjectMemberThen', description: 'Somebody who was in a project on some day.' })

const Side = z.object({ day: z.string(), at: At, members: z.int() })
const Changes = z
  .object({
    from: Side,
    to: Side,
    items: z.array(
      z
        .object({
          id: z.string(),
          kind: z.enum(KINDS),
          at: At,
          member: AnId('mem').nullable(),
          person: Person.nullable().describe('Who it is about.'),
          subject: PastGroup.nullable().describe('The group it is about.'),
          project: PastProject.nullable(),
          group: PastGroup.nullable().describe('The group that was joined or left.'),
          from: RoleRef.nullable().describe('What they held before.'),
          to: RoleRef.nullable().describe('What they hold after.'),
          by: Person.nullable(),
        })
        .meta({
          id: 'HistoryChange',
          description: 'Something that was otherwise at the end than at the beginning.',
        }),
    ),
    nextCursor: z.string().nullable().describe('Where the next page begins; null after the last one.'),
  })
  .meta({ id: 'HistoryChanges', description: 'What is different between the ends of two days.' })

/** What was: of one person, in one project, and between two days. Days are those of UTC, like 2026-05-03. */
export const historyRoutes: readonly Route[] = [
  get({
    path: '/organizations/{organization}/members/{member}/history',
    name: 'history.person',
    summary: 'What somebody held on a day',
    description: 'Also about people who have left.',
    refuses: ['date-in-the-future'],
    calls: personAsOf,
    answers: PersonThen,
  }),
  get({
    path: '/projects/{project}/history/members',
    name: 'history.projectMembers',
    summary: 'List who was in a project on a day',
    refuses: ['date-in-the-future'],
    calls: projectMembersAsOf,
    answers: z
      .object({ day: z.string(), items: z.array(ProjectMemberThen), total: z.int(), page: z.int() })
      .meta({ id: 'ProjectMembersThen' }),
    shows: ({ items, ...page }) => ({
      ...page,
      items: items.map(({ member, ...rest }) => ({ id: member, ...rest })),
    }),
  }),
  get({
    path: '/organizations/{organization}/history/changes',
    name: 'history.changes',
    summary: 'List what changed between two days',
    description:
      'What is different at the end of one day from the end of an earlier one, the latest first. What was undone in between is not there.',
    refuses: ['date-in-the-future', 'cursor-invalid'],
    calls: changesBetween,
    answers: Changes,
  }),
]
