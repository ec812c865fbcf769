import type { ImportId, UserId } from '@roster/domain'
import { told } from '../assignments/told.ts'
import { write } from '../assignments/write.ts'
import { putInGroup } from '../groups/store.ts'
import { prepare, sent } from '../invitations/sent.ts'
import { insertInvitations, type Sending } from '../invitations/store.ts'
import type { AuditFacts } from '../platform/audit.ts'
import type { Slice } from '../platform/changes.ts'
import type { CommandContext } from '../platform/command.ts'
import type { OutboxMessage } from '../platform/outbox.ts'
import { outcomeOf, problemsOf } from './outcome.ts'
import type { Plan, PlannedRow } from './plan.ts'
import type { DoneRow } from './store.ts'

/** What doing rows changed, and what tells of it. */
export interface CarriedOut {
  readonly rows: readonly DoneRow[]
  readonly audit: readonly AuditFacts[]
  readonly outbox: readonly OutboxMessage[]
  readonly people: readonly UserId[]
  readonly shownBy: readonly Slice[]
}

interface Telling {
  readonly audit: AuditFacts[]
  readonly outbox: OutboxMessage[]
  readonly people: UserId[]
  readonly shownBy: Set<Slice>
}

/** Does rows as planned, each with entries of its own that name the import. */
export async function carryOut(
  context: CommandContext,
  { id, reason }: { readonly id: ImportId; readonly reason: string | null },
  planned: readonly PlannedRow[],
): Promise<CarriedOut> {
  const telling: Telling = { audit: [], outbox: [], people: [], shownBy: new Set() }
  const rows: DoneRow[] = []
  for (const { line, person, row, plan } of planned) {
    const invitation =
      plan.kind === 'invite' ? await invite(context, plan, row.recipient.given, reason, telling) : null
    if (plan.kind === 'assign') await assign(context, plan, telling)
    rows.push({
      ...{ line, person: person.key, member: person.member, invitation },
      outcome: outcomeOf(plan),
      problems: problemsOf(plan),
    })
  }
  const { audit, outbox, people, shownBy } = telling
  const named = audit.map((entry) => ({ ...entry, facts: { ...entry.facts, import: id } }))
  return { rows, audit: named, outbox, people, shownBy: [...shownBy] }
}

async function invite(
  context: CommandContext,
  { invitee, terms }: Extract<Plan, { kind: 'invite' }>,
  given: string,
  reason: string | null,
  telling: Telling,
): Promise<DoneRow['invitation']> {
  const { tx, newId, organization, actor, now } = context
  const sending: Sending = {
    ...{ organization: organization.id, by: actor.id, role: terms.role, reason, now },
    ...{ message: terms.message, expiresAt: terms.expiresAt, welcome: true, template: true },
    defaultProjects: organization.policies.addToDefaultProjects,
  }
  const invitation = await prepare(context, invitee, terms.places)
  await insertInvitations(tx, newId, sending, [invitation])
  const done = sent(context, sending, given, invitee, invitation)
  // What sending is recorded as stands in its command; here it is one of several things.
  const audit = [done.audit].flat().flatMap((entry) => (entry === 'unchanged' ? [] : [entry]))
  tell(telling, { ...done, audit: audit.map((entry) => ({ action: 'invitation.sent', ...entry })) })
  telling.shownBy.add('invitations')
  return invitation.id
}

async function assign(
  { tx, newId, organization, actor, now }: CommandContext,
  { member, user, steps, groups }: Extract<Plan, { kind: 'assign' }>,
  telling: Telling,
): Promise<void> {
  await write(tx, { organization: organization.id, by: actor.id, now }, steps)
  for (const step of steps) {
    tell(telling, told(step))
    telling.shownBy.add('assignments')
  }
  for (const group of groups) {
    const place = await putInGroup(tx, newId, {
      ...{ organization: organization.id, group, who: { member }, by: actor.id, now },
    })
    tell(telling, {
      audit: {
        action: 'group.member-added',
        target: { kind: 'user', id: user },
        facts: { group, member, place },
      },
      people: [user],
      shownBy: ['groups', 'members', 'projects'],
    })
  }
}

type Told = Partial<Omit<CarriedOut, 'rows' | 'audit'>> & {
  readonly audit: AuditFacts | readonly AuditFacts[] | 'unchanged'
}

function tell(telling: Telling, { audit, outbox = [], people = [], shownBy = [] }: Told): void {
  if (audit !== 'unchanged') telling.audit.push(...[audit].flat())
  telling.outbox.push(...outbox)
  telling.people.push(...people)
  for (const slice of shownBy) telling.shownBy.add(slice)
}
