import {
  type DomainId,
  type DomainStatus,
  domainStatus,
  type Instant,
  isId,
  type OrganizationId,
  Refusal,
  type RoleId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { DomainMailbox } from '../platform/domain-table.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import type { OutboxMessage } from '../platform/outbox.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

/** A domain of an organization, with what is known of it now. */
export interface StoredDomain {
  readonly id: DomainId
  readonly organization: OrganizationId
  readonly name: string
  readonly mailbox: DomainMailbox
  readonly generation: number
  readonly sentAt: Instant
  readonly expiresAt: Instant
  readonly verifiedAt: Instant | null
  readonly autoJoin: RoleId | null
  readonly status: DomainStatus
}

function stored(row: Row<'domain'>, now: Instant): StoredDomain {
  const { verified_at: verifiedAt, expires_at: expiresAt } = row
  return {
    id: row.id,
    organization: row.organization_id,
    name: row.name,
    mailbox: row.mailbox,
    generation: row.generation,
    sentAt: row.sent_at,
    expiresAt,
    verifiedAt,
    autoJoin: row.auto_join_role_id,
    status: domainStatus({ verifiedAt, expiresAt }, now),
  }
}

/** The domain of this organization with this id. Refuses with `not-found`. */
export async function domainOf(
  db: Reads,
  organization: OrganizationId,
  id: DomainId,
  now: Instant,
): Promise<StoredDomain> {
  const row = await live(db)
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return stored(row, now)
}

/** The domain with this id, in whichever organization that still exists. */
export async function domainById(db: Reads, id: string, now: Instant): Promise<StoredDomain | null> {
  if (!isId('dom', id)) return null
  const row = await live(db).where('id', '=', id).executeTakeFirst()
  return row ? stored(row, now) : null
}

function live(db: Reads) {
  return db.selectFrom('domain').selectAll().where('until', 'is', null)
}

/** The domains that an organization has proven to be its own: what its invitees are shown (O16). */
export async function verifiedDomains(db: Reads, organization: OrganizationId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('domain')
    .select('name')
    .where('organization_id', '=', organization)
    .where('until', 'is', null)
    .where('verified_at', 'is not', null)
    .orderBy('name')
    .execute()
  return rows.map((row) => row.name)
}

/** Refuses with `domain-taken` when another organization has proven that it is theirs. */
export async function refuseTaken(db: Reads, name: string, by: OrganizationId): Promise<void> {
  const other = await db
    .selectFrom('domain')
    .select('organization_id')
    .where('name', '=', name)
    .where('until', 'is', null)
    .where('verified_at', 'is not', null)
    .executeTakeFirst()
  if (other && other.organization_id !== by)
    throw new Refusal('domain-taken', { field: 'name', domain: name })
}

/** When anybody had a proof sent to this domain since then, the oldest first, whatever became of it. */
export async function proofsTo(db: Reads, name: string, since: Instant): Promise<readonly Instant[]> {
  const { rows } = await sql<{ at: Instant }>`
    select m.created_at as at
      from domain d cross join message m on m.reference_id = d.id and m.created_at > ${since}
      where d.name = ${name} and m.kind = 'domain-proof'
  `.execute(db)
  return rows.map((row) => row.at).sort((a, b) => a - b)
}

/** How many domains an organization has, and how many it added since then, removed ones included. */
export async function countOf(
  db: Reads,
  organization: OrganizationId,
  since: Instant,
): Promise<{ readonly live: number; readonly added: number }> {
  const { rows } = await sql<{ live: number; added: number }>`
    select ifnull(sum(until is null), 0) as live, ifnull(sum(since > ${since}), 0) as added
      from domain where organization_id = ${organization}
  `.execute(db)
  return rows[0] ?? { live: 0, added: 0 }
}

/** Writes what changed of a live domain. */
export async function changeDomain(
  tx: Transaction,
  { id, organization }: Pick<StoredDomain, 'id' | 'organization'>,
  change: Partial<
    Pick<
      Row<'domain'>,
      | 'mailbox'
      | 'generation'
      | 'sent_at'
      | 'expires_at'
      | 'verified_at'
      | 'auto_join_role_id'
      | 'until'
      | 'ended_by'
    >
  >,
): Promise<void> {
  const { until, ...others } = change
  await tx
    .updateTable('domain')
    .set({ ...others, ...(until != null && { until: noEarlier(until) }) })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .where('until', 'is', null)
    .execute()
}

/** The mail with the link of the present generation; the worker makes the link when it sends. */
export function proofMail({ id, generation }: Pick<StoredDomain, 'id' | 'generation'>): OutboxMessage {
  return { kind: 'domain-proof', reference: id, event: proofEvent(id, generation), facts: { generation } }
}

/** What names the mail in the outbox. */
export function proofEvent(id: DomainId, generation: number): string {
  return `domain-proof:${id}:${generation}`
}
