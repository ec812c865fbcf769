import { isNotificationKind, type MailAbout, type UserId, unwanted } from '@roster/domain'
import type { Deps } from '../platform/call.ts'
import type { MessageKind } from '../platform/outbox.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import type { Letter } from './compose.ts'

/** What each mail is about: what a person may switch off, or the safety of their account, which they may not. */
const ABOUT: Readonly<Record<MessageKind, MailAbout>> = {
  invitation: 'invitations',
  welcome: 'joining',
  'verify-email': 'account',
  'password-reset': 'account',
  'password-changed': 'account',
  'email-change': 'account',
  'email-changed': 'account',
  'account-exists': 'account',
  // To whoever runs a domain, of whom nothing is known.
  'domain-proof': 'account',
  'invitation-ending': 'invitations',
  'assignment-ending': 'endings',
  'key-ending': 'endings',
  'request-made': 'requests',
  'request-answered': 'answers',
  'review-assigned': 'requests',
  'webhook-disabled': 'webhooks',
}

/**
 * Why whoever gets this letter does not want it, or null when they do. An address that nobody has proved to be theirs
 * speaks for nobody.
 */
export async function unwantedBy(
  { reader }: Pick<Deps, 'reader'>,
  { to, account }: Pick<Letter, 'to' | 'account'>,
  { organization_id }: Pick<Row<'message'>, 'organization_id'>,
  kind: MessageKind,
): Promise<string | null> {
  if (ABOUT[kind] === 'account') return null
  const user = account ?? (await holderOf(reader, to))
  if (!user) return null
  const off = await reader
    .selectFrom('notification_preference')
    .select('kind')
    .where('user_id', '=', user)
    .execute()
  const mute = await reader
    .selectFrom('mute')
    .select('since')
    .where('user_id', '=', user)
    .where('organization_id', '=', organization_id)
    .executeTakeFirst()
  return unwanted(ABOUT[kind], {
    off: new Set(off.map((row) => row.kind).filter(isNotificationKind)),
    muted: mute !== undefined,
  })
}

async function holderOf(reader: Reads, address: string): Promise<UserId | null> {
  const holder = await reader
    .selectFrom('user')
    .select('id')
    .where('email', '=', address)
    .where('email_verified_at', 'is not', null)
    .executeTakeFirst()
  return holder?.id ?? null
}
