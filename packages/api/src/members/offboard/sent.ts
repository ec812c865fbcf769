import { decide, type InvitationId, orThrow, Refusal, revoke, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { inviteesOf, type Managed, managed } from '../../invitations/managed.ts'
import { close } from '../../invitations/store.ts'
import { endorse } from '../../invitations/terms.ts'
import type { AuditFacts } from '../../platform/audit.ts'
import type { CommandContext } from '../../platform/command.ts'
import type { Reads } from '../../platform/writer.ts'

/** What became of the open invitations somebody sent. */
export interface Settled {
  readonly audit: readonly AuditFacts[]
  /** How many the caller may not touch. */
  readonly left: number
  readonly people: readonly UserId[]
}

/** Takes back the open invitations of a sender, as far as the caller may. */
export async function revokeSent(context: CommandContext, sender: UserId): Promise<Settled> {
  const { tx, actor, now } = context
  return settle(context, sender, 'invitation.revoked', async ({ invitation }) => {
    await close(tx, orThrow(revoke(invitation, now)), actor.id)
    return { generation: invitation.generation }
  })
}

/** Lets the open invitations of a sender go on in the caller's name, who then answers for what they give. */
export async function handOver(context: CommandContext, sender: UserId): Promise<Settled> {
  const { tx, newId, organization, actor, now } = context
  return settle(context, sender, 'invitation.handed-over', async ({ invitation, terms }) => {
    await endorse(tx, newId, terms, { organization: organization.id, by: actor.id, now })
    await tx
      .updateTable('invitation')
      .set({ invited_by: actor.id })
      .where('organization_id', '=', organization.id)
      .where('id', '=', invitation.id)
      .where('state', '=', sql.lit('pending'))
      .execute()
    return { from: sender, to: actor.id }
  })
}

async function settle(
  context: CommandContext,
  sender: UserId,
  action: 'invitation.revoked' | 'invitation.handed-over',
  one: (sent: Managed) => Promise<NonNullable<AuditFacts['facts']>>,
): Promise<Settled> {
  const { tx, organization, held } = context
  const ids = await openSentBy(tx, organization.id, sender)
  const manages = !(decide(held, 'invitations.manage') instanceof Refusal)
  const find = manages ? await managed(tx, context, ids) : () => new Refusal('not-permitted')
  const mine = ids.flatMap((id) => {
    const found = find(id)
    return found instanceof Refusal ? [] : [found]
  })
  const invitees = await inviteesOf(
    tx,
    mine.map(({ invitation }) => invitation),
  )
  const audit: AuditFacts[] = []
  for (const sent of mine) {
    const facts = await one(sent)
    audit.push({ action, target: { kind: 'invitation', id: sent.invitation.id }, facts })
  }
  return { audit, left: ids.length - mine.length, people: [...invitees.values()] }
}

/** The open invitations of a sender, expired ones too. */
export async function openSentBy(
  db: Reads,
  organization: CommandContext['organization']['id'],
  sender: UserId,
): Promise<readonly InvitationId[]> {
  const rows = await db
    .selectFrom('invitation')
    .select('id')
    .where('organization_id', '=', organization)
    .where('invited_by', '=', sender)
    .where('state', '=', sql.lit('pending'))
    .execute()
  return rows.map((row) => row.id)
}
