import { z } from 'zod'
import { act, actOnEach, get, type Route } from '../transport/rest/route.ts'
import {
  AnId,
  At,
  GroupRef,
  Permissions,
  Person,
  ProjectRef,
  RefusalRef,
  RoleRef,
} from '../transport/rest/schemas.ts'
import { assign } from './assign.ts'
import { effectivePermissionsOf } from './effective.ts'
import { listEndings } from './expiring.ts'
import { changesIn } from './input.ts'
import { previewAssignments } from './preview.ts'
import { renewAssignment } from './renew.ts'
import { Applied, ASSIGNING, shownApplied } from './rest-resource.ts'

const ALL = '/organizations/{organization}/assignments'

const Terms = RoleRef.extend({ expiresAt: At.nullable() }).nullable()
const Previewed = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['member', 'group']),
        id: z.string(),
        name: z.string().nullable().describe('Null where there is nobody with this id here.'),
        people: z.int().nullable().describe('Of a group: how many are in it, nested groups included.'),
        refusal: RefusalRef.nullable().describe('The first of what is refused.'),
        changes: z.array(
          z.object({
            index: z.int().describe('Its place among the results.'),
            project: ProjectRef.nullable(),
            from: Terms.describe('What is held there now.'),
            to: Terms,
            unchanged: z.boolean(),
            gains: Permissions,
            losses: Permissions,
            keeps: z.int().describe('How many things they may do there now and afterwards.'),
            refusal: RefusalRef.nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'AssignmentPreview', description: 'What changes come to, for each person and group.' })

const Ending = z
  .object({
    assignment: AnId('asg'),
    member: AnId('mem').nullable(),
    person: Person.nullable(),
    group: GroupRef.nullable(),
    project: ProjectRef.nullable().describe('Null in the organization.'),
    role: RoleRef,
    since: At,
    expiresAt: At,
    state: z.enum(['lasting', 'ending', 'expired']),
    by: Person.nullable(),
    reason: z.string().nullable(),
    refusal: RefusalRef.nullable().describe('Why the caller may not renew it.'),
  })
  .meta({ id: 'EndingAssignment', description: 'A role that ends by itself, or has.' })

const Because = z.object({
  assignment: AnId('asg'),
  role: RoleRef,
  project: ProjectRef.nullable().describe('Null in the organization.'),
  via: z.enum(['direct', 'group']),
  path: z.int().nullable().describe('Its place among the paths.'),
  place: z
    .object({ since: At, by: Person.nullable() })
    .nullable()
    .describe('Since when they are in the last group of the path.'),
  by: Person.nullable(),
  since: At,
  expiresAt: At.nullable(),
  reason: z.string().nullable(),
})

const Access = z
  .object({
    member: AnId('mem'),
    because: z.array(Because).describe('Every assignment that gives them something.'),
    paths: z.array(z.array(GroupRef)).describe('From the group that holds a role to the one they are in.'),
    scopes: z.array(
      z.object({
        project: ProjectRef.nullable(),
        permissions: z.array(
          z.object({
            permission: z.string(),
            because: z.array(z.int()).describe('What allows it, as places in `because`.'),
          }),
        ),
      }),
    ),
    expired: z.array(Because).describe('What ended by itself.'),
    manageable: z.array(AnId('prj')).describe('The projects in which the caller decides who holds what.'),
    hidden: z.int().describe('In how many more projects they hold something that is not yours to see.'),
  })
  .meta({ id: 'MemberAccess', description: 'Everything a member may do, and why.' })

/** The resource `assignments`, and what a member may do because of them. */
export const assignmentRoutes: readonly Route[] = [
  actOnEach({
    method: 'POST',
    path: ALL,
    name: 'assignments.assign',
    summary: 'Give roles and take them away',
    description:
      'Many people and groups × many projects with one role, or a list of changes with terms of their own. One result for each; `item` says whom and where. Role null takes away. With `dry_run=true`, what each would gain and lose.',
    refuses: ASSIGNING,
    calls: assign,
    each: (input) =>
      changesIn(input).map(({ subject, project = null, role }) => ({
        member: 'member' in subject ? subject.member : null,
        group: 'group' in subject ? subject.group : null,
        project,
        role,
      })),
    answers: Applied,
    shows: shownApplied,
    dryRun: get({
      path: ALL,
      name: 'assignments.preview',
      summary: 'What changes would come to',
      calls: previewAssignments,
      answers: Previewed,
      shows: (items) => ({ items }),
    }),
  }),
  get({
    path: `${ALL}/ending`,
    name: 'assignments.ending',
    summary: 'List roles that end by themselves',
    description: 'What ends within so many days and what has ended in the last thirty, the soonest first.',
    calls: listEndings,
    answers: z
      .object({ items: z.array(Ending), more: z.boolean().describe('Whether there are more.') })
      .meta({ id: 'EndingAssignments' }),
    shows: ({ items, more }) => ({
      more,
      items: items.map(({ subject, ...rest }) => ({
        ...rest,
        member: subject.kind === 'member' ? subject.member : null,
        person: subject.kind === 'member' ? subject.person : null,
        group: subject.kind === 'group' ? { id: subject.group, name: subject.name } : null,
      })),
    }),
  }),
  act({
    method: 'POST',
    path: `${ALL}/{assignment}/renew`,
    name: 'assignments.renew',
    summary: 'Give a role once more, with another end or none',
    refuses: ASSIGNING,
    calls: renewAssignment,
    answers: z
      .object({ assignment: AnId('asg').nullable().describe('The one that holds from now on.') })
      .meta({ id: 'RenewedAssignment' }),
  }),
  get({
    path: '/organizations/{organization}/members/{member}/access',
    name: 'members.access',
    summary: 'What a member may do, and why',
    description:
      'Every permission with every assignment that gives it. Of others it takes `members.read`, and at each project `project.members.read`.',
    calls: effectivePermissionsOf,
    answers: Access,
  }),
]
