import { type AuditEntryId, isEventType, isWanted, type OrganizationId, type WebhookId } from '@roster/domain'
import { sql } from 'kysely'
import type { Deps } from '../platform/call.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { filtersOf, type StoredWebhook } from './store.ts'

/** Entries of one transaction: a few milliseconds. */
const CHUNK = 200
/** As many deliveries of one endpoint wait at the most; what comes after stays in the trail, which is kept anyway. */
export const MOST_PENDING = 1_000

export interface Behind {
  readonly id: WebhookId
  readonly organization_id: OrganizationId
}

/** The endpoints that have not been told everything and have room for more. */
export async function endpointsBehind(db: Reads): Promise<readonly Behind[]> {
  const { rows } = await sql<Behind>`
    select w.id, w.organization_id from webhook w
      where w.until is null and w.disabled_at is null
        and w.position < (select max(e.sequence) from audit_entry e where e.chain = w.organization_id)
        and ${MOST_PENDING} > (
          select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'pending')
  `.execute(db)
  return rows
}

/** What came of one step: whether to go on at once, and how many deliveries there are more. */
export interface Stepped {
  readonly more: boolean
  readonly made: number
}

/**
 * Makes deliveries of the next entries of the trail for one endpoint. They are written together with how far this
 * came, so that a process that dies at any moment has lost nothing and doubles nothing.
 */
export function fanOut({ writer, newId, clock }: Pick<Deps, 'writer' | 'newId' | 'clock'>, { id }: Behind) {
  return writer.run(async (tx): Promise<Stepped> => {
    const webhook = await tx
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', id)
      .where('until', 'is', null)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!webhook) return { more: false, made: 0 }
    const room = MOST_PENDING - (await pendingOf(tx, id))
    if (room <= 0) return { more: false, made: 0 }
    const entries = await entriesAfter(tx, webhook)
    const [first] = entries
    if (!first) return { more: false, made: 0 }
    const { taken, wanted } = choose(webhook, entries, room)
    const now = clock()
    await insert(
      tx,
      webhook,
      wanted.map((entry) => [newId('dlv'), entry.sequence, entry.id, entry.action]),
      now,
    )
    const cutOff = first.sequence - webhook.position - 1
    await tx
      .updateTable('webhook')
      .set({
        position: entries[taken - 1]?.sequence ?? webhook.position,
        ...(cutOff > 0 && { missed: webhook.missed + cutOff }),
      })
      .where('id', '=', id)
      .execute()
    return { more: taken === CHUNK || taken < entries.length, made: wanted.length }
  })
}

interface Entry {
  readonly sequence: number
  readonly id: AuditEntryId
  readonly action: string
  readonly target: string | null
}

/** The entries that the endpoint wants, of as many as there is room for. */
function choose(webhook: StoredWebhook, entries: readonly Entry[], room: number) {
  const filters = filtersOf(webhook)
  const wanted: Entry[] = []
  let taken = 0
  for (const entry of entries) {
    const tried = entry.action === 'webhook.tested' && entry.target === webhook.id
    if (tried || (isEventType(entry.action) && isWanted(filters, entry.action))) {
      if (wanted.length === room) break
      wanted.push(entry)
    }
    taken += 1
  }
  return { taken, wanted }
}

async function entriesAfter(
  tx: Transaction,
  { organization_id, position }: StoredWebhook,
): Promise<readonly Entry[]> {
  const { rows } = await sql<Entry>`
    select sequence, entry ->> '$.id' as id, action, target_id as target from audit_entry
      where chain = ${organization_id} and sequence > ${position} order by sequence limit ${CHUNK}
  `.execute(tx)
  return rows
}

async function pendingOf(tx: Transaction, id: WebhookId): Promise<number> {
  const { pending } = await tx
    .selectFrom('webhook_delivery')
    .select(({ fn }) => fn.countAll<number>().as('pending'))
    .where('webhook_id', '=', id)
    .where('state', '=', sql.lit('pending'))
    .executeTakeFirstOrThrow()
  return pending
}

async function insert(
  tx: Transaction,
  { id, organization_id }: StoredWebhook,
  rows: readonly (readonly (string | number)[])[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into webhook_delivery
        (id, organization_id, webhook_id, sequence, entry_id, event, state, next_attempt_at, created_at)
      select value ->> 0, ${organization_id}, ${id}, value ->> 1, value ->> 2, value ->> 3, 'pending', ${now}, ${now}
        from json_each(${JSON.stringify(rows)})
  `.execute(tx)
}
