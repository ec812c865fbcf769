import { hash } from 'node:crypto'
import {
  type ApiKeyId,
  type Instant,
  isKeyToken,
  isPermission,
  type OrganizationId,
  type Permission,
  type ProjectId,
  permissionsOf,
  type UserId,
} from '@roster/domain'
import { type KeyHolder, policiesIn } from '../platform/access.ts'
import type { Deps } from '../platform/call.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Flag, Row } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'

/** How a key's secret is stored and found again: SHA-256 of the whole token, in hex. */
export function secretHash(token: string): string {
  return hash('sha256', token)
}

/**
 * Whose key a bearer is and what it allows at the most, or null: not a key, unknown, revoked, expired, replaced and
 * past the overlap, or of somebody who is no member any more or disabled. Reads only.
 */
export async function authenticateKey(
  { reader }: Pick<Deps, 'reader'>,
  token: string,
  now: Instant,
): Promise<KeyHolder | null> {
  if (!isKeyToken(token)) return null
  const [row] = await keyBySecret(reader, { hash: secretHash(token), now })
  if (!row) return null
  return {
    kind: 'key',
    id: row.id,
    key: row.key_id,
    holder: row.service === 1 ? 'service' : 'person',
    organization: row.organization_id,
    ceiling: { permissions: allowedBy(row), project: row.project_id },
  }
}

/** What a key allowed when it was made. A permission that Roster has given up since is none. */
export function keptIn(text: string): readonly Permission[] {
  const listed: unknown = JSON.parse(text)
  return Array.isArray(listed) ? listed.filter((one) => typeof one === 'string').filter(isPermission) : []
}

/** Every call of every program asks for this, and it hardly ever changes. */
const known = new Map<string, ReadonlySet<Permission>>()
const MOST_KNOWN = 1_000

/** What the key allowed when it was made, and its role allows today. */
function allowedBy(row: FoundRow): ReadonlySet<Permission> {
  const terms = `${row.kept} ${row.level} ${row.key} ${row.permissions} ${row.policies}`
  const found = known.get(terms)
  if (found) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const today = permissionsOf(roleTerms(row), policiesIn(row.policies))
  const allowed = new Set(keptIn(row.kept).filter((permission) => today.has(permission)))
  known.set(terms, allowed)
  return allowed
}

interface FoundRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions'> {
  readonly id: UserId
  readonly key_id: ApiKeyId
  readonly organization_id: OrganizationId
  readonly project_id: ProjectId | null
  readonly kept: string
  readonly service: Flag
  readonly policies: string
}

// A key's membership is live while the key is: both end together, by trigger.
const keyBySecret = statement<{ readonly hash: string; readonly now: Instant }, FoundRow>(`
  select k.id as key_id, k.user_id as id, k.organization_id, k.project_id, k.permissions as kept,
         u.kind = 'service' as service, o.policies, r.level, r.key, r.permissions
    from api_key_secret s
    join api_key k on k.id = s.key_id and k.until is null
    join user u on u.id = k.user_id and u.disabled_at is null and u.deleted_at is null
    join organization o on o.id = k.organization_id and o.until is null
    join role r on r.id = k.role_id and r.until is null
    where s.hash = :hash and (s.until is null or s.until > :now)
      and (k.expires_at is null or k.expires_at > :now)
`)
