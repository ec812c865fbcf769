import type { Instant, MemberId, UserId } from '@roster/domain'
import type { Transaction, Writer } from './writer.ts'

/** How exact "last active" is: a member is noted once in five minutes, whatever they do. */
const NOTED_EVERY_MS = 5 * 60_000

/**
 * When people were last active. Calls note it in memory; whoever runs the process writes it down every few seconds
 * with `flush`, in one small transaction that is not audited. A crash loses those seconds and nothing else.
 */
export class Activity {
  readonly #noted = new Map<MemberId, Instant>()
  #waiting = new Map<MemberId, { readonly user: UserId; readonly at: Instant }>()

  /** Notes that a member made a call they were allowed to make. */
  note(member: MemberId, user: UserId, at: Instant): void {
    const last = this.#noted.get(member)
    if (last !== undefined && Math.abs(at - last) < NOTED_EVERY_MS) return
    this.#noted.set(member, at)
    this.#waiting.set(member, { user, at })
  }

  /** Writes down what was noted since the last time; answers how many members that were. */
  async flush(writer: Writer, now: Instant): Promise<number> {
    for (const [member, at] of this.#noted) if (now - at >= NOTED_EVERY_MS) this.#noted.delete(member)
    const waiting = [...this.#waiting]
    if (waiting.length === 0) return 0
    this.#waiting = new Map()
    await writer.run(async (tx) => {
      for (const [member, { user, at }] of waiting) await write(tx, member, user, at)
    })
    return waiting.length
  }
}

async function write(tx: Transaction, member: MemberId, user: UserId, at: Instant): Promise<void> {
  await tx
    .updateTable('member')
    .set({ last_active_at: at })
    .where('id', '=', member)
    .where('until', 'is', null)
    .execute()
  await tx.updateTable('member_listing').set({ active_at: at }).where('member_id', '=', member).execute()
  await tx
    .updateTable('user')
    .set({ last_active_at: at })
    .where('id', '=', user)
    .where('deleted_at', 'is', null)
    .execute()
}
