import type { ApiKeyId, Instant, MemberId, UserId } from '@roster/domain'
import type { Actor } from './access.ts'
import type { Transaction, Writer } from './writer.ts'

/** How exact "last active" is: a member or a key is noted once in five minutes, whatever they do. */
const NOTED_EVERY_MS = 5 * 60_000

/**
 * When people were last active and keys last used. Calls note it in memory; whoever runs the process writes it down
 * every few seconds with `flush`, in one small transaction that is not audited. A crash loses those seconds and
 * nothing else.
 */
export class Activity {
  readonly #members = new Noted<MemberId, UserId>()
  readonly #keys = new Noted<ApiKeyId, null>()

  /** Notes that a member made a call they were allowed to make, themselves or through their key. */
  note(member: MemberId, actor: Actor, at: Instant): void {
    if (actor.kind === 'key') this.#keys.note(actor.key, null, at)
    else this.#members.note(member, actor.id, at)
  }

  /** Writes down what was noted since the last time; answers how many members and keys that were. */
  async flush(writer: Writer, now: Instant): Promise<number> {
    const members = this.#members.take(now)
    const keys = this.#keys.take(now)
    if (members.length + keys.length === 0) return 0
    await writer.run(async (tx) => {
      for (const [member, { about, at }] of members) await write(tx, member, about, at)
      for (const [key, { at }] of keys)
        await tx.updateTable('api_key').set({ last_used_at: at }).where('id', '=', key).execute()
    })
    return members.length + keys.length
  }
}

/** What was noted, each once in a while. */
class Noted<Id, About> {
  readonly #last = new Map<Id, Instant>()
  #waiting = new Map<Id, { readonly about: About; readonly at: Instant }>()

  note(id: Id, about: About, at: Instant): void {
    const last = this.#last.get(id)
    if (last !== undefined && Math.abs(at - last) < NOTED_EVERY_MS) return
    this.#last.set(id, at)
    this.#waiting.set(id, { about, at })
  }

  take(now: Instant): readonly (readonly [Id, { readonly about: About; readonly at: Instant }])[] {
    for (const [id, at] of this.#last) if (now - at >= NOTED_EVERY_MS) this.#last.delete(id)
    const waiting = [...this.#waiting]
    this.#waiting = new Map()
    return waiting
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
