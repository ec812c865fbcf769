import type { Instant } from '@roster/domain'
import { setMailAside } from './outbox/backlog.ts'
import type { Deps } from './platform/call.ts'
import { changeAsOperator, type OperatorFacts } from './platform/operator.ts'

/** What is known of the backup, and what is kept of it. */
export interface Restoring {
  /** When the backup was made. */
  readonly madeAt: Instant
  readonly keepSessions: boolean
  /** Send what waited when the backup was made, though it may have gone out since. */
  readonly keepMail: boolean
}

export interface Restored {
  readonly mailSetAside: number
  readonly sessionsEnded: number
  readonly organizations: number
  /** What was open when the backup was made, and may have been taken back since: it opens doors again. */
  readonly openInvitations: number
}

/**
 * Makes data out of a backup fit to be served: mail that waited is set aside with the reason, people sign in anew,
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
    const told = { action: 'instance.restored', facts: { made_at: madeAt } } as const
    const audit: OperatorFacts[] = [
      {
        ...told,
        target: null,
        facts: { ...told.facts, mail_set_aside: mailSetAside, sessions_ended: sessionsEnded },
      },
      ...organizations.map(({ id }) => ({
        ...told,
        organization: id,
        target: { kind: 'organization', id } as const,
      })),
    ]
    const restored = {
      mailSetAside,
      sessionsEnded,
      organizations: organizations.length,
      openInvitations: open,
    }
    return { result: restored, audit }
  })
}
