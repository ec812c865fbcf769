import { storedEntry } from '../audit/stored-entry.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { readableReview } from './reading.ts'
import { sealOf } from './seal.ts'

/** Whether a closed report is as it was sealed, and as the trail has it. */
export interface SealVerdict {
  readonly intact: boolean
  /** What it comes to now. */
  readonly seal: string
  /** What the trail says it was; null once that entry was pruned. */
  readonly recorded: string | null
  /** The entry of the trail. */
  readonly sequence: number | null
}

/** Computes the seal of a closed review anew, and compares it with the row and with the trail. Refuses with `not-found`. */
export const verifyReview = query({
  permission: 'reviews.read',
  input: inOrganization({ review: IdOf('rev') }),
  async run(context, { review: id }): Promise<SealVerdict> {
    const { db, organization } = context
    const { review } = await readableReview(context, id)
    const seal = await sealOf(db, review)
    const entry = await db
      .selectFrom('audit_entry')
      .select(['sequence', 'entry'])
      .where('chain', '=', organization.id)
      .where('target_id', '=', id)
      .where('action', '=', 'review.closed')
      .executeTakeFirst()
    const recorded = entry ? sealIn(entry.entry) : null
    return {
      intact: review.seal === seal && (entry === undefined || recorded === seal),
      seal,
      recorded,
      sequence: entry?.sequence ?? null,
    }
  },
})

function sealIn(entry: string): string | null {
  const { facts } = storedEntry(entry)
  return typeof facts.seal === 'string' ? facts.seal : null
}
