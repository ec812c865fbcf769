import { type Instant, isId } from '@roster/domain'
import {
  accountExists,
  emailChange,
  emailChanged,
  passwordChanged,
  passwordReset,
  type ResetAskedBy,
  verifyEmail,
} from '@roster/mail'
import { linkWritten } from '../identity/one-time-links.ts'
import type { Deps } from '../platform/call.ts'
import type { OneTimePurpose, Row } from '../platform/schema.ts'
import type { Compose } from './compose.ts'
import { textFact } from './facts.ts'

export const composeVerifyEmail: Compose = async (deps, message, now) => {
  const open = await openLink(deps, message, 'verify-email', now)
  if (!open) return null
  const { link, user, path } = open
  const rendered = verifyEmail({
    name: user.name,
    link: path,
    expiresAt: link.expires_at,
    now,
    host: hostOf(deps),
  })
  return { to: link.email ?? user.email, rendered }
}

export const composePasswordReset: Compose = async (deps, message, now) => {
  const open = await openLink(deps, message, 'reset-password', now)
  if (!open) return null
  const { link, user, path } = open
  const askedBy = await resetAskedBy(deps, link)
  const rendered = passwordReset({
    name: user.name,
    link: path,
    expiresAt: link.expires_at,
    now,
    askedBy,
    host: hostOf(deps),
  })
  return { to: user.email, rendered }
}

export const composeEmailChange: Compose = async (deps, message, now) => {
  const open = await openLink(deps, message, 'change-email', now)
  if (!open?.link.email) return null
  const { link, user, path } = open
  const newAddress = open.link.email
  const rendered = emailChange({
    name: user.name,
    newAddress,
    link: path,
    expiresAt: link.expires_at,
    now,
    host: hostOf(deps),
  })
  return { to: newAddress, rendered }
}

export const composeEmailChanged: Compose = async (deps, message) => {
  const user = await account(deps, message.reference_id)
  const oldAddress = textFact(message.facts, 'old_address')
  if (!user || !oldAddress) return null
  const rendered = emailChanged({
    name: user.name,
    oldAddress,
    newAddress: user.email,
    at: message.created_at,
    host: hostOf(deps),
  })
  return { to: oldAddress, rendered }
}

export const composePasswordChanged: Compose = async (deps, message) => {
  const user = await account(deps, message.reference_id)
  if (!user) return null
  const rendered = passwordChanged({
    name: user.name,
    at: message.created_at,
    device: textFact(message.facts, 'device'),
    link: `${deps.instance.url}/forgot`,
    host: hostOf(deps),
  })
  return { to: user.email, rendered }
}

export const composeAccountExists: Compose = async (deps, message) => {
  const user = await account(deps, message.reference_id)
  if (!user) return null
  return {
    to: user.email,
    rendered: accountExists({ name: user.name, link: `${deps.instance.url}/sign-in`, host: hostOf(deps) }),
  }
}

/** The host that letters are signed with. */
export function hostOf(deps: Deps): string {
  return new URL(deps.instance.url).host
}

type Account = Row<'user'> & { readonly email: string }

/** The account, if it can still be written to. */
export async function account(deps: Deps, id: string): Promise<Account | null> {
  if (!isId('usr', id)) return null
  const row = await deps.reader.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst()
  return row && isReachable(row) ? row : null
}

function isReachable(row: Row<'user'>): row is Account {
  return row.email !== null && row.disabled_at === null
}

async function openLink(
  deps: Deps,
  message: Row<'message'>,
  purpose: Exclude<OneTimePurpose, 'set-up'>,
  now: Instant,
) {
  if (!isId('otl', message.reference_id)) return null
  const link = await deps.reader
    .selectFrom('one_time_link')
    .selectAll()
    .where('id', '=', message.reference_id)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const user = link?.user_id ? await account(deps, link.user_id) : null
  if (!link || !user) return null
  return { link, user, path: linkWritten(deps, purpose, link.id) }
}

async function resetAskedBy(deps: Deps, link: Row<'one_time_link'>): Promise<ResetAskedBy> {
  if (!link.asked_by || !link.organization_id || link.asked_by === link.user_id) return 'you'
  const asker = await account(deps, link.asked_by)
  const organization = await deps.reader
    .selectFrom('organization')
    .select('name')
    .where('id', '=', link.organization_id)
    .executeTakeFirst()
  return asker && organization ? { name: asker.name, organization: organization.name } : 'you'
}
