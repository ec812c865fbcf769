import { isId, Refusal } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { giveAgainPlaces, placesBegunIn, placesEndedIn, takeBackPlaces } from './places.ts'
import type { Restored, UndoableEntry, UndoContext } from './scope.ts'

/**
 * Puts somebody, or a group, back where they were in a group before the entry. Refuses as putting in and taking out
 * does today, and with `changed-meanwhile` when nothing is left of what the entry did.
 */
export async function restorePlace(context: UndoContext, entry: UndoableEntry): Promise<Restored> {
  const { tx, organization } = context
  const of = about(entry)
  const ended = await placesEndedIn(tx, organization, entry.change, of)
  const begun = await placesBegunIn(tx, organization, entry.change, of)
  if (ended.length + begun.length === 0) throw new Refusal('changed-meanwhile')
  const gone = await takeBackPlaces(context, begun)
  const again = await giveAgainPlaces(context, ended)
  const { target } = entry
  return {
    people: target && isId('usr', target.id) ? [target.id] : [],
    shownBy: ['groups', 'members', 'projects'],
    facts: { again, ended: gone },
  }
}

function about({ facts, target }: UndoableEntry): RawBuilder<unknown> {
  if (typeof facts.group !== 'string') throw new Refusal('not-found')
  if (typeof facts.member === 'string')
    return sql`p.group_id = ${facts.group} and p.member_id = ${facts.member}`
  if (target && isId('grp', target.id))
    return sql`p.group_id = ${facts.group} and p.child_group_id = ${target.id}`
  if (target && isId('inv', target.id))
    return sql`p.group_id = ${facts.group} and p.invitation_id = ${target.id}`
  throw new Refusal('undo-not-possible', { reason: 'it does not say whom it was about' })
}
