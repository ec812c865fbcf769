import { type Decision, mayDecide, type Outcome, orThrow, Refusal, type ReviewItemId } from '@roster/domain'
import { inPerson } from '../platform/access.ts'
import { attempt } from '../platform/attempt.ts'
import type { AuditFacts } from '../platform/audit.ts'
import { bulkCommand, type CommandContext, type ItemDone } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { carryOut } from './carry-out.ts'
import { DecisionInput, Note, ReviewItems } from './input.ts'
import { itemsById, reviewById, type StoredItem, type StoredReview, writeDecisions } from './store.ts'

/** What became of an item. */
export interface DecidedItem {
  readonly item: ReviewItemId
  readonly outcome: Outcome
}

/**
 * Decides about items of a review, each by itself, and carries it out at once (D41): keep, change to another role of
 * the same level, or revoke. Refuses with `not-your-item`, `not-your-own-access`, `review-closed`, `changed-meanwhile`
 * for what is decided already, `people-only`, and as assigning and removing do.
 */
export const decideItems = bulkCommand({
  permission: 'organization.read',
  records: 'review.decided',
  input: inOrganization({
    review: IdOf('rev'),
    items: ReviewItems,
    decision: DecisionInput,
    role: IdOf('rol').optional(),
    note: Note,
  }),
  items: (input) => input.items,
  async run(context, { review: id, decision, role, note }, ids: readonly ReviewItemId[]) {
    const { tx, organization, actor } = context
    inPerson(actor)
    const review = orThrow(await reviewById(tx, organization.id, id))
    const items = await itemsById(tx, review, ids)
    const outcomes: ItemDone<DecidedItem>[] = []
    for (const itemId of ids) {
      const item = items.get(itemId)
      const done = await attempt(tx, async (): Promise<ItemDone<DecidedItem>> => {
        if (!item) throw new Refusal('not-found', { field: 'items' })
        return decideOne(context, review, item, { decision, role: role ?? null, note: note ?? null })
      })
      outcomes.push(done instanceof Refusal ? { refusal: done } : done)
    }
    return outcomes
  },
})

interface Said {
  readonly decision: Decision
  readonly role: StoredItem['to_role_id']
  readonly note: string | null
}

async function decideOne(
  context: CommandContext,
  review: StoredReview,
  item: StoredItem,
  { decision, role, note }: Said,
): Promise<ItemDone<DecidedItem>> {
  const { tx, newId, organization, actor, now } = context
  const { state } = review
  orThrow(mayDecide({ state, reviewer: item.reviewer_id, holder: item.user_id, by: actor.id }))
  const present = (await itemsById(tx, review, [item.id])).get(item.id)
  if (present?.decision !== null) throw new Refusal('changed-meanwhile')
  const to = decision === 'change' ? role : null
  const newAssignment = () => newId('asg')
  const outcome = await carryOut({ ...context, newAssignment }, item, decision, to, note)
  await writeDecisions(tx, organization.id, [
    { item: item.id, decision, to, by: actor.id, at: now, note, outcome, refusal: null },
  ])
  return {
    result: { item: item.id, outcome },
    audit: decisionFacts(item, decision, to, outcome),
    people: item.user_id ? [item.user_id] : [],
    shownBy: ['members', 'projects', 'groups', 'assignments'],
  }
}

/** What the trail keeps of a decision; the note stays with the item. */
export function decisionFacts(
  item: StoredItem,
  decision: Decision,
  to: StoredItem['to_role_id'],
  outcome: Outcome,
): AuditFacts {
  const target = item.user_id
    ? ({ kind: 'user', id: item.user_id } as const)
    : ({ kind: 'group', id: item.group_id ?? '' } as const)
  return {
    action: 'review.decided',
    target,
    facts: {
      review: item.review_id,
      item: item.id,
      decision,
      outcome,
      assignment: item.assignment_id,
      role: item.role_id,
      ...(item.member_id && { member: item.member_id }),
      ...(item.group_id && { group: item.group_id }),
      ...(item.project_id && { project: item.project_id }),
      ...(to && { to_role: to }),
    },
  }
}
