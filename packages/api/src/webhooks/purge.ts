import { DAY, DELIVERIES_KEPT_DAYS } from '@roster/domain'
import { sql } from 'kysely'
import { job } from '../platform/job.ts'

const HOUR = 3_600_000
/** Deliveries of one transaction, each with its attempts. */
const CHUNK = 200

/**
 * Deletes deliveries of events from before thirty days with everything that was tried. What an endpoint that is off
 * has held for as long counts as missed; what is to be sent stays until it was.
 */
export const purgeDeliveries = job({
  name: 'purge-webhook-deliveries',
  everyMs: HOUR,
  async run({ deps, now, stopping }) {
    let purged = 0
    for (let gone = CHUNK; gone === CHUNK && !stopping.aborted; purged += gone) {
      gone = await deps.writer.run(async (tx) => {
        const old = JSON.stringify(
          (
            await tx
              .selectFrom('webhook_delivery')
              .select('id')
              .where('created_at', '<=', now - DELIVERIES_KEPT_DAYS * DAY)
              .where('next_attempt_at', 'is', null)
              .orderBy('created_at')
              .limit(CHUNK)
              .execute()
          ).map((row) => row.id),
        )
        await sql`
          update webhook set missed = missed + held.count
            from (select webhook_id, count(*) as count from webhook_delivery
              where id in (select value from json_each(${old})) and state = 'pending' group by webhook_id) held
            where webhook.id = held.webhook_id and webhook.until is null
        `.execute(tx)
        await sql`
          delete from webhook_attempt where delivery_id in (select value from json_each(${old}))
        `.execute(tx)
        const { rows } = await sql<{ id: string }>`
          delete from webhook_delivery where id in (select value from json_each(${old})) returning id
        `.execute(tx)
        return rows.length
      })
    }
    return purged
  },
})
