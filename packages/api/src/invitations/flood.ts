import { DAY, type Instant, type OrganizationId, Refusal, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/** Invitation mails that one address gets from one organization within a day, at the most. */
export const MOST_MAILS_A_DAY = 10
/** The same from all organizations of this Roster together. */
const MOST_MAILS_A_DAY_FROM_ALL = 50
/** Invitations that one person sends within a day, at the most; far beyond any organization that moves in. */
const MOST_SENT_A_DAY = 200_000

/** How much mail addresses got within the last day. */
export interface Mailed {
  /** Takes one more mail to this address, or refuses with `too-many-attempts` and the seconds until one is possible. */
  take(email: string): true | Refusal
}

/** Looks up what these addresses got lately; mail that was never sent because it became pointless does not count. */
export async function mailedLately(
  db: Reads,
  organization: OrganizationId,
  emails: readonly string[],
  now: Instant,
): Promise<Mailed> {
  const { rows } = await sql<{ email: string; here: number; all: number; oldest: Instant }>`
    select i.email, count(*) as "all", sum(i.organization_id = ${organization}) as here, min(m.created_at) as oldest
      from json_each(${JSON.stringify([...new Set(emails)])}) j
      cross join invitation i on i.email = j.value
      cross join message m on m.reference_id = i.id and m.created_at > ${now - DAY}
      where m.kind = 'invitation' and m.state <> 'pointless'
      group by i.email
  `.execute(db)
  const counts = new Map(rows.map(({ email, here, all, oldest }) => [email, { here, all, oldest }]))
  return {
    take(email) {
      const count = counts.get(email) ?? { here: 0, all: 0, oldest: now }
      if (count.here >= MOST_MAILS_A_DAY || count.all >= MOST_MAILS_A_DAY_FROM_ALL) {
        return new Refusal('too-many-attempts', { seconds: secondsUntil(count.oldest + DAY, now) })
      }
      counts.set(email, { ...count, here: count.here + 1, all: count.all + 1 })
      return true
    },
  }
}

/**
 * Stops somebody who sends more in a day than any organization has people: `too-many-attempts`. Asked of calls
 * with many recipients only, where it costs nothing beside the rest.
 */
export async function limitSender(
  db: Reads,
  {
    organization,
    sender,
    more,
    now,
  }: { organization: OrganizationId; sender: UserId; more: number; now: Instant },
): Promise<void> {
  const { sent } = await db
    .selectFrom(
      db
        .selectFrom('invitation')
        .select('sent_at')
        .where('organization_id', '=', organization)
        .where('invited_by', '=', sender)
        .where('sent_at', '>', now - DAY)
        .limit(MOST_SENT_A_DAY)
        .as('lately'),
    )
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .executeTakeFirstOrThrow()
  if (sent + more > MOST_SENT_A_DAY) throw new Refusal('too-many-attempts', { seconds: DAY / 1_000 })
}

function secondsUntil(moment: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((moment - now) / 1_000))
}
