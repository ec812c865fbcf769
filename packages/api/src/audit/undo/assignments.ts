import {
  type AssignableRole,
  type AssignmentId,
  type ChangeId,
  decide,
  type GroupId,
  type Instant,
  type InvitationId,
  keepAnOwner,
  type MemberId,
  mayAssign,
  mayChangeProject,
  mayGrant,
  orThrow,
  type ProjectId,
  permissionsOf,
  Refusal,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { beginAssignment, endAssignment, type Subject } from '../../assignments/store.ts'
import { isWithin } from '../../groups/places.ts'
import { someOwners } from '../../members/target.ts'
import { roleTerms } from '../../platform/role-terms.ts'
import type { Row } from '../../platform/schema.ts'
import type { Reads } from '../../platform/writer.ts'
import { roleRef } from '../../roles/store.ts'
import type { UndoContext } from './scope.ts'

/** An assignment that began or ended with a change, and what it allows today. */
export interface ChangedAssignment {
  readonly id: AssignmentId
  readonly subject: Subject
  readonly role: AssignableRole & { readonly id: RoleId }
  readonly owner: boolean
  readonly project: ProjectId | null
  /** When its project was archived, if it is. */
  readonly archivedAt: Instant | null
  /** Its project was archived after it ended: nothing in it changes any more. */
  readonly archivedSince: boolean
  readonly expiresAt: Instant | null
  readonly reason: string | null
  readonly givenBy: UserId | null
  /** Why it cannot be given again: its role, project or group is gone. */
  readonly gone: boolean
}

interface AssignmentRow extends Pick<Row<'role'>, 'level' | 'key' | 'name' | 'permissions'> {
  readonly id: AssignmentId
  readonly member_id: MemberId | null
  readonly group_id: GroupId | null
  readonly invitation_id: InvitationId | null
  readonly role_id: RoleId
  readonly project_id: ProjectId | null
  readonly expires_at: Instant | null
  readonly reason: string | null
  readonly given_by: UserId | null
  readonly archived_at: Instant | null
  readonly archived_since: 0 | 1
  readonly gone: 0 | 1
}

const COLUMNS =
  sql.raw(`a.id, a.member_id, a.group_id, a.invitation_id, a.role_id, a.project_id, a.expires_at,
  a.reason, a.given_by, r.level, r.key, r.name, r.permissions, p.archived_at,
  ifnull(p.archived_at > a.until, 0) as archived_since,
  r.until is not null or p.until is not null or g.until is not null as gone`)
const TABLES = sql.raw(`join role r on r.id = a.role_id
  left join project p on p.id = a.project_id
  left join "group" g on g.id = a.group_id`)

/** What ended with a change, in the order of birth; `of` narrows it to what the entry is about. */
export async function assignmentsEndedIn(
  db: Reads,
  organization: UndoContext['organization'],
  change: ChangeId,
  of: RawBuilder<unknown>,
): Promise<readonly ChangedAssignment[]> {
  const { rows } = await sql<AssignmentRow>`
    select ${COLUMNS} from assignment a ${TABLES}
      where a.ended_in = ${change} and a.organization_id = ${organization.id} and ${of} order by a.id
  `.execute(db)
  return rows.map((row) => changed(row, organization))
}

/** What began with a change, whatever became of it since. */
export async function assignmentsBegunIn(
  db: Reads,
  organization: UndoContext['organization'],
  change: ChangeId,
  of: RawBuilder<unknown>,
): Promise<readonly ChangedAssignment[]> {
  const { rows } = await sql<AssignmentRow>`
    select ${COLUMNS} from assignment a ${TABLES}
      where a.organization_id = ${organization.id} and ${of} and +a.begun_in = ${change} order by a.id
  `.execute(db)
  return rows.map((row) => changed(row, organization))
}

/** What a subject holds at a scope at present; null for nothing. */
export async function assignmentAt(
  { tx, organization }: UndoContext,
  subject: Subject,
  project: ProjectId | null,
): Promise<ChangedAssignment | null> {
  const { rows } = await sql<AssignmentRow>`
    select ${COLUMNS} from assignment a ${TABLES}
      where a.organization_id = ${organization.id} and ${heldBy(subject)} and a.project_id is ${project}
        and a.until is null
  `.execute(tx)
  return rows[0] ? changed(rows[0], organization) : null
}

function heldBy(subject: Subject): RawBuilder<unknown> {
  if ('member' in subject) return sql`a.member_id = ${subject.member}`
  return 'group' in subject
    ? sql`a.group_id = ${subject.group}`
    : sql`a.invitation_id = ${subject.invitation}`
}

function changed(row: AssignmentRow, { policies }: UndoContext['organization']): ChangedAssignment {
  return {
    id: row.id,
    subject: subjectOf(row),
    role: {
      ...roleRef({ id: row.role_id, key: row.key, name: row.name }),
      level: row.level,
      permissions: permissionsOf(roleTerms(row), policies),
    },
    owner: row.level === 'organization' && row.key === 'owner',
    project: row.project_id,
    archivedAt: row.archived_at,
    archivedSince: row.archived_since === 1,
    expiresAt: row.expires_at,
    reason: row.reason,
    givenBy: row.given_by,
    gone: row.gone === 1,
  }
}

function subjectOf({ id, member_id, group_id, invitation_id }: AssignmentRow): Subject {
  if (member_id) return { member: member_id }
  if (group_id) return { group: group_id }
  if (invitation_id) return { invitation: invitation_id }
  throw new TypeError(`assignment ${id} is held by nobody`)
}

/**
 * Ends an assignment that the undone change began. Refuses with `not-permitted` and `beyond-your-own` as taking it
 * away does today, with `project-archived`, and with `last-owner` unless another owner takes its place in the same
 * breath (`followed`).
 */
export async function takeBack(
  context: UndoContext,
  given: ChangedAssignment,
  followed: boolean,
): Promise<void> {
  const { tx, organization, held, actor, now } = context
  const { project, archivedAt, role } = given
  orThrow(decide(held, project ? 'project.members.manage' : 'members.update', project ?? undefined))
  if (project) orThrow(mayChangeProject({ archivedAt }))
  orThrow(mayGrant(held, role.permissions, project ?? undefined))
  if (given.owner && !followed && 'member' in given.subject) {
    orThrow(
      keepAnOwner(await someOwners(tx, organization.id), { member: given.subject.member, becomes: 'other' }),
    )
  }
  await endAssignment(tx, { organization: organization.id, assignment: given.id, by: actor.id, now })
}

/**
 * Whether the caller may give this to the subject today, by the rule for everything that is given (`mayAssign`): for
 * the same reason as then, and nothing to themself that they do not hold for good.
 */
export async function mayGiveAgain(
  context: UndoContext,
  { role, project, archivedAt, archivedSince, expiresAt, reason }: ChangedAssignment,
  subject: Subject,
): Promise<true | Refusal> {
  const { organization, held, now } = context
  const given = mayAssign({
    ...{ held, from: null, to: role, expiresAt, reason, now, policies: organization.policies },
    subject: 'group' in subject ? 'group' : 'member',
    isMember: true,
    own: await isCallers(context, subject),
    // Where it was archived before, what comes back is what was there all along.
    project: project && { id: project, archivedAt: archivedSince ? archivedAt : null },
  })
  return given instanceof Refusal ? given : true
}

/** Whether the caller would hold it themself. */
async function isCallers({ tx, organization, member }: UndoContext, subject: Subject): Promise<boolean> {
  if ('group' in subject) return isWithin(tx, organization.id, subject.group, member)
  return 'member' in subject && subject.member === member
}

/**
 * Gives again what ended: the same role at the same scope with the same end, by whoever undoes it. Answers null for
 * what has no place to come back to (its role, project or group is gone, or its own end has passed). Refuses as
 * `mayGiveAgain` says, and with `changed-meanwhile` when the subject holds another role there by now.
 */
export async function giveAgain(
  context: UndoContext,
  ended: ChangedAssignment,
  subject: Subject = ended.subject,
): Promise<AssignmentId | null> {
  const { tx, newId, organization, actor, now } = context
  if (ended.gone || (ended.expiresAt !== null && ended.expiresAt <= now)) return null
  orThrow(await mayGiveAgain(context, ended, subject))
  const present = await assignmentAt(context, subject, ended.project)
  if (present) throw new Refusal('changed-meanwhile')
  return beginAssignment(tx, newId, {
    organization: organization.id,
    subject,
    role: ended.role.id,
    project: ended.project,
    expiresAt: ended.expiresAt,
    reason: ended.reason,
    by: actor.id,
    now,
  })
}
