import type { OrganizationId } from '@roster/domain'
import { z } from 'zod'
import type { Reads } from '../platform/writer.ts'

const Entry = z.object({
  chain: z.string(),
  sequence: z.number(),
  id: z.string(),
  at: z.number(),
  action: z.string(),
  actor: z.record(z.string(), z.unknown()),
  allowedBy: z.string().nullable(),
  target: z.record(z.string(), z.unknown()).nullable(),
  change: z.string().nullable().default(null),
  facts: z.record(z.string(), z.unknown()),
})

/**
 * What is sent of an entry of the trail: the three fields of Standard Webhooks, with the entry itself as the data. It
 * holds ids and no personal data, so what a receiver keeps needs no erasing; names are asked of the API.
 */
export function payloadOf(entry: string): string {
  const { chain, sequence, id, at, action, actor, allowedBy, target, change, facts } = Entry.parse(
    JSON.parse(entry),
  )
  return JSON.stringify({
    type: action,
    timestamp: new Date(at).toISOString(),
    data: { id, organization: chain, sequence, actor, target, allowed_by: allowedBy, change, facts },
  })
}

/** The text of an entry, or null once it has left the trail. */
export async function entryAt(
  db: Reads,
  organization: OrganizationId,
  sequence: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select('entry')
    .where('chain', '=', organization)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row?.entry ?? null
}
