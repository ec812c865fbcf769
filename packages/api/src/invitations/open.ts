import type { InvitationId, OrganizationId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'
import type { Account } from './behind.ts'
import { invitationRows, type StoredInvitation, storedInvitation } from './stored.ts'

/** The open invitations of an organization to some people, by whichever way they were addressed. */
export interface OpenInvitations {
  readonly ids: readonly InvitationId[]
  /** The open ones to this person: to their address, or to their account by username. */
  to(email: string, account: Account | undefined): readonly StoredInvitation[]
}

/** Looks up what is open to these addresses and accounts. */
export async function openInvitations(
  db: Reads,
  organization: OrganizationId,
  emails: readonly string[],
  accounts: readonly Account[],
): Promise<OpenInvitations> {
  const found = await sql<{ id: InvitationId }>`
    select i.id from json_each(${JSON.stringify(emails)}) j
      cross join invitation i
        on i.organization_id = ${organization} and i.email = j.value and i.state = 'pending'
    union
    select i.id from json_each(${JSON.stringify(accounts.map((account) => account.id))}) j
      cross join invitation i
        on i.user_id = j.value and i.organization_id = ${organization} and i.state = 'pending'
  `.execute(db)
  const ids = found.rows.map((row) => row.id)
  if (ids.length === 0) return { ids, to: () => [] }

  const rows = await invitationRows(db).where('i.id', 'in', listed<InvitationId>(ids)).execute()
  const byEmail = new Map<string, StoredInvitation>()
  const byUser = new Map<UserId, StoredInvitation[]>()
  for (const invitation of rows.map(storedInvitation)) {
    byEmail.set(invitation.email, invitation)
    if (invitation.user) byUser.set(invitation.user, [...(byUser.get(invitation.user) ?? []), invitation])
  }
  return {
    ids,
    to(email, account) {
      const addressed = byEmail.get(email)
      const named = account ? (byUser.get(account.id) ?? []) : []
      return addressed ? [addressed, ...named.filter((one) => one.id !== addressed.id)] : named
    },
  }
}
