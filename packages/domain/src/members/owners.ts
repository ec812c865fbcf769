import { Refusal } from '../refusal.ts'

/** What a change makes of a member: an owner, somebody with another role, or nobody. */
export type OwnershipChange<Id extends string> = {
  readonly member: Id
  readonly becomes: 'owner' | 'other' | 'gone'
}

/** An organization always has an owner: `last-owner` when this change would leave it without one. */
export function keepAnOwner<Id extends string>(
  owners: Iterable<Id>,
  change: OwnershipChange<Id>,
): true | Refusal {
  if (change.becomes === 'owner') return true
  for (const owner of owners) if (owner !== change.member) return true
  return new Refusal('last-owner')
}

/**
 * Owners hand ownership to a current member who is not an owner yet: `not-permitted` for another actor,
 * `must-be-member` and `already-owner` for another target.
 */
export function mayTransfer<Id extends string>(transfer: {
  readonly owners: Iterable<Id>
  readonly actor: Id
  readonly target: Id
  readonly targetIsMember: boolean
}): true | Refusal {
  const owners = new Set(transfer.owners)
  if (!owners.has(transfer.actor))
    return new Refusal('not-permitted', { permission: 'organization.transfer' })
  if (!transfer.targetIsMember) return new Refusal('must-be-member')
  return owners.has(transfer.target) ? new Refusal('already-owner') : true
}

/**
 * Nobody removes themself this way (`not-yourself`: leaving is another act), and owners are protected while
 * ownership is theirs (`transfer-first`). Whether the actor outranks the target is asked of `mayGrant`.
 */
export function mayRemoveMember<Id extends string>(removal: {
  readonly owners: Iterable<Id>
  readonly actor: Id
  readonly target: Id
}): true | Refusal {
  if (removal.actor === removal.target) return new Refusal('not-yourself')
  return new Set(removal.owners).has(removal.target) ? new Refusal('transfer-first') : true
}
