import { ALL_PERMISSIONS } from '@roster/domain'
import { z } from 'zod'
import { Paging } from '../platform/input.ts'
import { ask } from '../transport/rest/ask.ts'
import type { Route } from '../transport/rest/route.ts'
import { AnId, At, Person, RoleRef } from '../transport/rest/schemas.ts'
import { APermission, AProject, Explain, MOST_QUESTIONS, Subject } from './asking.ts'
import { check, checkAtProject, checkBatch, checkBatchAtProject } from './check.ts'
import { checkPermissions, checkPermissionsAtProject } from './permissions.ts'
import { checkProjects, checkProjectsAtProject } from './projects.ts'
import { checkSubjects, checkSubjectsAtProject } from './subjects.ts'

const Named = z.object({ id: z.string(), name: z.string() })

export const Reason = z
  .object({
    assignment: AnId('asg'),
    role: RoleRef,
    project: Named.nullable().describe('Where the role is held; null at the organization.'),
    via: z.enum(['direct', 'group']),
    groups: z
      .array(Named)
      .describe(
        'From the group that holds the role to the one they are in; empty if you may not see groups.',
      ),
    by: Person.nullable().describe('Who gave it.'),
    since: At,
    expiresAt: At.nullable(),
    reason: z.string().nullable().describe('In the words of whoever gave it.'),
  })
  .meta({ id: 'CheckReason', description: 'An assignment that allows it.' })
const reasons = z.array(Reason).optional().describe('With `explain`: everything that allows it.')

const Check = z
  .object({ allowed: z.boolean(), reasons })
  .meta({ id: 'Check', description: 'Whether they may do it at this moment.' })

const Permission = z.enum(ALL_PERMISSIONS)
const question = { subject: Subject, permission: APermission, project: AProject.optional() }
const paging = {
  pageSize: z.int().min(1).max(100).default(25).describe('How many a page.'),
  cursor: Paging.cursor,
}

/** The project of a question is no project that the caller works at. */
const about = <Shape extends z.ZodRawShape>(shape: Shape) => ({ fields: z.strictObject(shape), input: at })

function at({ project, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return project === undefined ? rest : { ...rest, at: project }
}

const RULES =
  'Whoever is no member, an account that was disabled, and a project that your key may not know of, are a plain no. Everybody may ask about themselves; about others it takes `members.read`, and at a project `project.members.read` there. A key that works at one project asks about that one. Never cached: a change of roles is in the next answer, and what expires is over at that moment.'

/** Applications ask who may do what. */
export const checkRoutes: readonly Route[] = [
  ask({
    path: '/check',
    name: 'checks.check',
    summary: 'May they do this?',
    description: `By the rule that lets every request in. ${RULES}`,
    ...about({ ...question, explain: Explain }),
    calls: check,
    atProject: checkAtProject,
    answers: Check,
  }),
  ask({
    path: '/check/batch',
    name: 'checks.batch',
    summary: 'May they do these?',
    description: `Up to ${MOST_QUESTIONS} questions, answered in their order. ${RULES}`,
    fields: z.strictObject({
      checks: z.array(z.strictObject(question)).min(1).max(MOST_QUESTIONS),
      explain: Explain,
    }),
    input: ({ checks, explain }) => ({ checks: Array.isArray(checks) ? checks.map(at) : checks, explain }),
    calls: checkBatch,
    atProject: checkBatchAtProject,
    answers: z.object({ results: z.array(Check).describe('One for each, in the order given.') }),
    shows: (results) => ({ results }),
  }),
  ask({
    path: '/check/permissions',
    name: 'checks.permissions',
    summary: 'Which of these may they do?',
    description: `Of the permissions given, or of all that can be held there. ${RULES}`,
    ...about({
      subject: Subject,
      permissions: z.array(APermission).min(1).max(ALL_PERMISSIONS.length).optional(),
      project: AProject.optional(),
      explain: Explain,
    }),
    calls: checkPermissions,
    atProject: checkPermissionsAtProject,
    answers: z.object({
      items: z.array(z.object({ permission: Permission, reasons }).meta({ id: 'AllowedPermission' })),
    }),
    shows: (items) => ({ items }),
  }),
  ask({
    path: '/check/subjects',
    name: 'checks.subjects',
    summary: 'Who may do this?',
    description: `Everybody about whom \`check\` says yes, directly or through groups, in the order of their memberships. ${RULES}`,
    refuses: ['cursor-invalid'],
    ...about({
      permission: APermission,
      project: AProject.optional(),
      type: z.enum(['user', 'service_account']).optional().describe('Left out: both.'),
      ...paging,
      explain: Explain,
    }),
    calls: checkSubjects,
    atProject: checkSubjectsAtProject,
    answers: z.object({
      items: z.array(
        z
          .object({
            type: z.enum(['user', 'service_account']),
            member: AnId('mem'),
            user: AnId('usr'),
            serviceAccount: AnId('svc').nullable(),
            name: z
              .string()
              .nullable()
              .describe('Null, as the address, where they are not in the project that is all you may see.'),
            email: z.string().nullable(),
            reasons,
          })
          .meta({ id: 'AllowedSubject' }),
      ),
      nextCursor: z.string().nullable(),
    }),
    shows: ({ items, nextCursor }) => ({
      items: items.map(({ service, ...item }) => ({ ...item, serviceAccount: service })),
      nextCursor,
    }),
  }),
  ask({
    path: '/check/projects',
    name: 'checks.projects',
    summary: 'On which projects may they do this?',
    description: `The projects that \`check\` says yes to, of those that you may ask about, in the order of their making. ${RULES}`,
    refuses: ['cursor-invalid'],
    ...about({ subject: Subject, permission: APermission, ...paging, explain: Explain }),
    calls: checkProjects,
    atProject: checkProjectsAtProject,
    answers: z.object({
      items: z.array(
        z
          .object({ id: AnId('prj'), name: z.string(), archived: z.boolean(), reasons })
          .meta({ id: 'AllowedProject' }),
      ),
      nextCursor: z.string().nullable(),
    }),
  }),
]
