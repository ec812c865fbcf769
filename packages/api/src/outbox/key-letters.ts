import { isId } from '@roster/domain'
import { keyEnding } from '@roster/mail'
import type { Deps } from '../platform/call.ts'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'
import { textFact } from './facts.ts'

/** That a key expires soon, to whoever has to make another; pointless once it was revoked, prolonged or has expired. */
export const composeKeyEnding: Compose = async (deps, message, now) => {
  const key = await keyOf(deps, message.reference_id)
  const reader = await account(deps, textFact(message.facts, 'to') ?? '')
  if (!key || !reader || key.expires_at === null || key.expires_at <= now) return null
  if (message.event !== keyEndingEvent(key.id, key.expires_at)) return null
  const rendered = keyEnding({
    name: reader.name,
    key: key.name,
    hint: key.hint,
    account: key.service,
    organization: key.organization,
    lastUsedAt: key.last_used_at,
    expiresAt: key.expires_at,
    now,
    link: `${deps.instance.url}/${key.slug}/settings/keys`,
    host: hostOf(deps),
  })
  return { to: reader.email, account: reader.id, rendered }
}

/** What names the warning: one for each end that a key was given. */
export function keyEndingEvent(key: string, expiresAt: number): string {
  return `key-ending:${key}:${expiresAt}`
}

async function keyOf(deps: Deps, id: string) {
  if (!isId('key', id)) return undefined
  return deps.reader
    .selectFrom('api_key as k')
    .innerJoin('organization as o', 'o.id', 'k.organization_id')
    .innerJoin('api_key_secret as s', 's.key_id', 'k.id')
    .leftJoin('service_account as a', 'a.member_id', 'k.member_id')
    .leftJoin('user as u', 'u.id', 'a.user_id')
    .select(['k.id', 'k.name', 'k.expires_at', 'k.last_used_at', 's.hint', 'u.name as service'])
    .select(['o.name as organization', 'o.slug'])
    .where('k.id', '=', id)
    .where('k.until', 'is', null)
    .where('o.until', 'is', null)
    .where('s.until', 'is', null)
    .executeTakeFirst()
}
