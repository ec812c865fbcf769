import type { AuditAction, ChangeId, Instant, NewId, OrganizationId } from '@roster/domain'
import { type AuditFacts, INSTANCE_CHAIN, recordAudit } from './audit.ts'
import type { Deps, Instance } from './call.ts'
import type { LinkKey } from './links.ts'
import type { Transaction } from './writer.ts'

/** What a change made by whoever holds the box works with. */
export interface OperatorContext {
  readonly tx: Transaction
  readonly now: Instant
  readonly newId: NewId
  readonly links: LinkKey
  readonly instance: Instance
  /** Of everything this transaction changes. */
  readonly change: ChangeId
}

/** What an operator did, and on which chain it is told; without an organization, on that of the instance. */
export interface OperatorFacts extends AuditFacts {
  readonly action: AuditAction
  readonly organization?: OrganizationId
}

/**
 * One transaction of whoever holds the box: they have the file, so no permission is asked, and the trail names the
 * operator as the actor. For what no command can do, since nobody is left who may.
 */
export function changeAsOperator<Result>(
  deps: Pick<Deps, 'writer' | 'clock' | 'newId' | 'links' | 'instance'>,
  work: (
    context: OperatorContext,
  ) => Promise<{ readonly result: Result; readonly audit: readonly OperatorFacts[] }>,
): Promise<Result> {
  const { newId, links, instance } = deps
  const now = deps.clock()
  const change = newId('chg')
  return deps.writer.run(async (tx) => {
    const { result, audit } = await work({ tx, now, newId, links, instance, change })
    for (const { organization, action, ...facts } of audit) {
      const frame = {
        chain: organization ?? INSTANCE_CHAIN,
        action,
        at: now,
        actor: { kind: 'operator', id: null },
        allowedBy: null,
        change,
      } as const
      await recordAudit(tx, newId, frame, [facts])
    }
    return result
  }, change)
}
