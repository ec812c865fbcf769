import { orThrow, supersede } from '@roster/domain'
import type { AuditFacts } from '../platform/audit.ts'
import type { CommandContext, ItemDone } from '../platform/command.ts'
import type { Invitee } from './assess.ts'
import { carriedOn, placesFacts } from './carried.ts'
import { copiedLink } from './link.ts'
import { invitationMail } from './mail.ts'
import type { Places } from './places-offered.ts'
import { close, type NewInvitation, type Sending } from './store.ts'

export interface SentInvitation {
  readonly invitation: NewInvitation['id']
  /** The entry as it was typed. */
  readonly given: string
  /** `resent` when it took the place of an open one. */
  readonly outcome: 'sent' | 'resent'
  /** The link to hand over by other means; it proves no mailbox. */
  readonly link: string
}

/** An item of a bulk command that was done. */
export type Sent = Exclude<ItemDone<SentInvitation>, { readonly refusal: unknown }>

/** Makes way for the new invitation, and names it. */
export async function prepare(
  { tx, actor, now, newId }: CommandContext,
  invitee: Invitee,
  places: Places,
): Promise<NewInvitation> {
  for (const open of invitee.supersedes) await close(tx, orThrow(supersede(open, now)), actor.id)
  const { email, user } = invitee
  return {
    id: newId('inv'),
    email,
    user,
    mail: newId('msg'),
    places: carriedOn(places, invitee.superseded, now),
  }
}

/** What an invitation that is written answers, its entry, its mail, and who sees it. */
export function sent(
  context: CommandContext,
  { role, expiresAt }: Sending,
  given: string,
  { account, supersedes }: Invitee,
  { id, mail, places }: NewInvitation,
): Sent {
  const outcome = supersedes.length > 0 ? 'resent' : 'sent'
  const superseded = supersedes.map(
    (open): AuditFacts => ({
      action: 'invitation.superseded',
      target: { kind: 'invitation', id: open.id },
      facts: { by: id },
    }),
  )
  return {
    result: { invitation: id, given, outcome, link: copiedLink(context, { id, generation: 1 }) },
    audit: [
      {
        target: { kind: 'invitation', id },
        facts: { role, expiresAt, generation: 1, ...placesFacts(places) },
      },
      ...superseded,
    ],
    outbox: [invitationMail(mail, { id, generation: 1 }, supersedes.length > 0 ? 'again' : 'first')],
    people: account ? [account] : [],
    shownBy: [
      ...(places.projects.length > 0 ? (['projects'] as const) : []),
      ...(places.groups.length > 0 ? (['groups'] as const) : []),
    ],
  }
}
