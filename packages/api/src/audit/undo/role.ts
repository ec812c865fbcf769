import { isId, type MemberId, type ProjectId, Refusal, type UserId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Subject } from '../../assignments/store.ts'
import { membersChanged } from '../../members/listing.ts'
import {
  assignmentAt,
  assignmentsBegunIn,
  assignmentsEndedIn,
  type ChangedAssignment,
  giveAgain,
  takeBack,
} from './assignments.ts'
import type { Restored, UndoableEntry, UndoContext } from './scope.ts'
import { today } from './today.ts'

/**
 * Puts roles back as they were before the entry: what it gave ends, what it ended begins again. Refuses as assigning
 * does, with `last-owner`, `changed-meanwhile` when what it gave has been changed since, and `undo-not-possible` when
 * the role from before is gone.
 */
export async function restoreRoles(context: UndoContext, entry: UndoableEntry): Promise<Restored> {
  const { tx, organization } = context
  const of = about(entry)
  const ended = await assignmentsEndedIn(tx, organization, entry.change, of)
  const begun = await assignmentsBegunIn(tx, organization, entry.change, of)
  if (ended.length + begun.length === 0) throw new Refusal('changed-meanwhile')
  const becomesOwner = ended.some(({ owner, gone }) => owner && !gone)
  // Owners come back before others go: the database insists on one at every moment.
  const scopes = pairs(begun, ended).toSorted((a, b) => Number(owned(b.ended)) - Number(owned(a.ended)))
  const again: string[] = []
  const gone: string[] = []
  const members: MemberId[] = []
  for (const scope of scopes) {
    const subject = await today(context, scope.subject)
    if (!subject) throw new Refusal('must-be-member')
    if ('member' in subject) members.push(subject.member)
    const present = await assignmentAt(context, subject, scope.project)
    if (!same(present, scope.begun)) throw new Refusal('changed-meanwhile')
    // Without what it took the place of they would be left with nothing.
    if (present && scope.ended?.gone) throw new Refusal('undo-not-possible', ROLE_GONE)
    if (present) await takeBack(context, present, becomesOwner)
    if (present) gone.push(present.id)
    const id = scope.ended ? await giveAgain(context, scope.ended, subject) : null
    if (id) again.push(id)
    else if (scope.project === null && 'member' in subject) throw new Refusal('undo-not-possible', ROLE_GONE)
  }
  await membersChanged(tx, members)
  return {
    people: await usersOf(context, members),
    shownBy: ['assignments', 'members', 'projects', 'groups'],
    facts: { again, ended: gone },
  }
}

const ROLE_GONE = { reason: 'the role they had is gone' }

interface Scope {
  readonly subject: Subject
  readonly project: ProjectId | null
  readonly begun: ChangedAssignment | undefined
  readonly ended: ChangedAssignment | undefined
}

const owned = (assignment: ChangedAssignment | undefined) => assignment?.owner === true

/** Whether what they hold at present is what the entry left, be it another row since. */
function same(present: ChangedAssignment | null, left: ChangedAssignment | undefined): boolean {
  return present?.role.id === left?.role.id && present?.expiresAt === left?.expiresAt
}

/** What took the place of what, by subject and scope. */
function pairs(begun: readonly ChangedAssignment[], ended: readonly ChangedAssignment[]): readonly Scope[] {
  const scopes = new Map<string, Scope>()
  for (const one of [...begun, ...ended]) {
    const { subject, project } = one
    const known = scopes.get(scopeOf(one)) ?? { subject, project, begun: undefined, ended: undefined }
    scopes.set(scopeOf(one), begun.includes(one) ? { ...known, begun: one } : { ...known, ended: one })
  }
  return [...scopes.values()]
}

function scopeOf({ subject, project }: ChangedAssignment): string {
  return `${idOf(subject)} ${project ?? ''}`
}

function idOf(subject: Subject): string {
  if ('member' in subject) return subject.member
  return 'group' in subject ? subject.group : subject.invitation
}

/** Which rows of the change the entry is about: by the member, group or project among its facts. */
function about({ facts, target }: UndoableEntry): RawBuilder<unknown> {
  const members = [facts.member, facts.own_member].filter((id) => typeof id === 'string' && isId('mem', id))
  const at =
    typeof facts.project === 'string' ? sql`a.project_id = ${facts.project}` : sql`a.project_id is null`
  if (members.length > 0) return sql`a.member_id in (${sql.join(members)}) and ${at}`
  if (target && isId('grp', target.id)) return sql`a.group_id = ${target.id} and ${at}`
  if (target && isId('inv', target.id)) return sql`a.invitation_id = ${target.id} and ${at}`
  throw new Refusal('undo-not-possible', { reason: 'it does not say whom it was about' })
}

async function usersOf(
  { tx, organization }: UndoContext,
  members: readonly MemberId[],
): Promise<readonly UserId[]> {
  if (members.length === 0) return []
  const rows = await tx
    .selectFrom('member')
    .select('user_id')
    .where('organization_id', '=', organization.id)
    .where('id', 'in', members)
    .execute()
  return rows.map((row) => row.user_id)
}
