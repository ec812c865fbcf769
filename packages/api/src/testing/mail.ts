import { type InvitationId, isId, type OneTimeLinkId, type UserId } from '@roster/domain'
import { insertInvitations } from '../invitations/store.ts'
import type { MessageKind } from '../platform/outbox.ts'
import type { OneTimePurpose } from '../platform/schema.ts'
import type { EmptyHouse, House } from './house.ts'

/** What waits in the outbox: kind and what it is about, in order. */
export async function outbox(house: EmptyHouse): Promise<{ kind: string; about: string; facts: string }[]> {
  const messages = await house.deps.reader
    .selectFrom('message')
    .select(['kind', 'reference_id as about', 'facts'])
    .orderBy('id')
    .execute()
  return messages
}

/** The link in the last mail of a kind, as the reader of the mailbox finds it. */
export async function mailedLink(
  house: EmptyHouse,
  kind: MessageKind,
  purpose: OneTimePurpose,
): Promise<{ link: OneTimeLinkId; secret: string }> {
  const about = (await outbox(house)).filter((message) => message.kind === kind).at(-1)?.about ?? ''
  if (!isId('otl', about)) throw new Error(`there is no mail of the kind ${kind}`)
  return { link: about, secret: house.deps.links.secret(purpose, about, 1) }
}

/** Writes an invitation to acme as a member, good for a week, and answers its id and both secrets. */
export async function invited(
  house: House,
  email: `${string}@${string}`,
  { user = null, expiresIn = 7 * 24 * 3_600_000 }: { user?: UserId | null; expiresIn?: number } = {},
): Promise<{ id: InvitationId; mailed: string; copied: string }> {
  const { newId, writer, links } = house.deps
  const id = newId('inv')
  const sending = {
    organization: house.acme,
    by: house.people.owner.id,
    role: house.roles.member,
    message: null,
    welcome: false,
    expiresAt: house.now() + expiresIn,
    now: house.now(),
  }
  const invitation = { id, email, user, mail: newId('msg'), places: { projects: [], groups: [] } }
  await writer.run((tx) => insertInvitations(tx, newId, sending, [invitation]))
  return {
    id,
    mailed: `m.${links.secret('invitation-mailed', id, 1)}`,
    copied: `c.${links.secret('invitation-copied', id, 1)}`,
  }
}
