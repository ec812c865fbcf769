import type { Email, UserId } from '@roster/domain'
import { accountByEmail } from '../identity/store.ts'
import type { Reads } from '../platform/writer.ts'
import { ownersOf } from './owners.ts'

/** By whose rights whoever holds the box acts in an organization. */
export interface Principal {
  readonly user: UserId
  readonly name: string
  readonly email: string | null
}

/**
 * The person with this address, or without one the owner who has been for the longest; null where there is none.
 * Whether they are in the organization is asked by whatever they do.
 */
export async function principalFor(
  db: Reads,
  organization: string,
  email: Email | null,
): Promise<Principal | null> {
  if (email === null) return (await ownersOf(db, organization))[0] ?? null
  const account = await accountByEmail(db, email)
  return account && { user: account.id, name: account.name, email: account.email }
}
