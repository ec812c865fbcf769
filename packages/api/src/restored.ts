import type { Instant } from '@roster/domain'
import { setMailAside } from './outbox/backlog.ts'
import type { Deps } from './platform/call.ts'
import { changeAsOperator, type OperatorFacts } from './platform/operator.ts'
import { setDeliveriesAside } from './webhooks/set-aside.ts'

/** What is known of the backup, and what is kept of it. */
export interface Restoring {
  /** When the backup was made. */
  readonly madeAt: Instant
  readonly keepSessions: boolean
  /** Send the mail and the webhooks that waited when the backup was made, though they may have gone out since. */
  readonly keepMail: boolean
}

export interface Restored {
  readonly mailSetAside: number
  /** Events that waited to be sent to webhooks. */
  readonly deliveriesSetAside: number
  readonly sessionsEnded: number
  readonly organizations: number
  /** What was open when the backup was made, and may have been taken back since: it opens doors again. */
  readonly openInvitations: number
  readonly openKeys: number
}

/**
 * Makes data out of a backup fit to be served: mail and webhooks that waited are set aside with the reason, people sign in anew,
 * and every trail tells that it goes on from an earlier moment.
 */
export function settleRestored(
  deps: Pick<Deps, 'writer' | 'clock' | 'newId' | 'links' | 'instance'>,
  { madeAt, keepSessions, keepMail }: Restoring,
): Promise<Restored> {
  return changeAsOperator(deps, async ({ tx, now }) => {
    const day = `${new Date(madeAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    const words = `Set aside: Roster was restored from a backup of ${day}, and this may have been sent since.`
    const mailSetAside = keepMail ? 0 : await setMailAside(tx, now, words)
    const deliveriesSetAside = keepMail ? 0 : await setDeliveriesAside(tx, now, words)
    const sessionsEnded = keepSessions
      ? 0
      : Number((await tx.deleteFrom('session').executeTakeFirstOrThrow()).numDeletedRows)
    const organizations = await tx
      .selectFrom('organization')
      .select('id')
      .where('until', 'is', null)
      .orderBy('number')
      .execute()
    const { open } = await tx
      .selectFrom('invitation')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .where('state', '=', 'pending')
      .executeTakeFirstOrThrow()
    const { keys } = await tx
      .selectFrom('api_key')
      .select(({ fn }) => fn.countAll<number>().as('keys'))
      .where('until', 'is', null)
      .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirstOrThrow()
    const facts = { made_at: madeAt }
    const audit: OperatorFacts[] = [
      {
        action: 'instance.restored',
        target: null,
        facts: {
          ...facts,
          mail_set_aside: mailSetAside,
          deliveries_set_aside: deliveriesSetAside,
          sessions_ended: sessionsEnded,
        },
      },
      ...organizations.map(({ id }): OperatorFacts => {
        const target = { kind: 'organization', id } as const
        return { action: 'organization.restored', organization: id, target, facts }
      }),
    ]
    const result: Restored = {
      ...{ mailSetAside, deliveriesSetAside, sessionsEnded },
      ...{ organizations: organizations.length, openInvitations: open, openKeys: keys },
    }
    return { result, audit }
  })
}
