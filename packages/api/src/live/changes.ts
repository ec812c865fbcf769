import { setTimeout } from 'node:timers/promises'
import { type Instant, isId, type OrganizationId, Refusal } from '@roster/domain'
import { z } from 'zod'
import { type Actor, standingOf } from '../platform/access.ts'
import type { Change, Slice } from '../platform/changes.ts'
import { type StreamContext, stream } from '../platform/stream.ts'
import type { Reads } from '../platform/writer.ts'
import { admit } from './streams.ts'
import { Waiting } from './waiting.ts'

/** Something on the caller's pages is not as it was: which slice, and in which organization. Nothing of what. */
export interface LiveChange {
  readonly slice: Slice
  readonly organization: OrganizationId | null
  /** Whether it concerns the caller in person: their membership, an invitation to them, their account. */
  readonly mine: boolean
}

/** A burst is one event. */
const TOGETHER_MS = 50
/** Whoever lost the right to listen without a change that told of it is found after this. */
const ASK_AGAIN_MS = 60_000
/** Changes after which somebody may have lost it. */
const ABOUT_ACCESS: ReadonlySet<Slice> = new Set<Slice>(['members', 'organizations', 'roles', 'identity'])

const Listening = z.strictObject({ organization: z.string().min(1).max(100).optional() })

/**
 * Tells of what was changed in the organization the caller looks at, and of what concerns them anywhere. Ends
 * with `not-found` when they lose the organization, with `not-signed-in` when the session or the account ends,
 * and without a word when they open too many.
 */
export const listenToChanges = stream({
  opensTo: 'signed-in',
  input: Listening,
  admit: mayListen,
  async *run(context, input, organization): AsyncGenerator<LiveChange, void, undefined> {
    const { actor, changes } = context
    const waiting = new Waiting<LiveChange>()
    const { signal, leave } = admit(changes, actor.id, context.signal)
    let askAgain = true // what changed since admission is not known
    const askSoon = () => {
      askAgain = true
      waiting.wake()
    }
    const wake = () => waiting.wake()
    const unsubscribe = changes.subscribe((change) => {
      const told = toldTo(actor, organization, change)
      if (!told) return
      askAgain ||= ABOUT_ACCESS.has(change.slice)
      waiting.add(`${told.slice} ${told.organization}`, told, (a, b) => ({ ...a, mine: a.mine || b.mine }))
    })
    const timer = setInterval(askSoon, ASK_AGAIN_MS)
    timer.unref()
    signal.addEventListener('abort', wake)
    try {
      while (!signal.aborted) {
        if (askAgain) {
          askAgain = false
          await mayListen(context, input)
        }
        yield* waiting.take()
        await waiting.sleep()
        if (!waiting.isEmpty) await setTimeout(TOGETHER_MS, undefined, { signal }).catch(() => undefined)
      }
    } finally {
      clearInterval(timer)
      signal.removeEventListener('abort', wake)
      unsubscribe()
      leave()
    }
  },
})

function toldTo(actor: Actor, organization: OrganizationId | null, change: Change): LiveChange | null {
  const mine = change.people?.includes(actor.id) ?? false
  const here = organization !== null && change.organization === organization
  return mine || here ? { slice: change.slice, organization: change.organization, mine } : null
}

/** The organization the caller listens to; refuses with `not-signed-in` or `not-found`. */
async function mayListen(
  { db, actor, session, clock }: StreamContext<'signed-in'>,
  { organization }: z.output<typeof Listening>,
): Promise<OrganizationId | null> {
  const now = clock()
  const account = await db
    .selectFrom('user')
    .select('id')
    .where('id', '=', actor.id)
    .where('disabled_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!account) throw new Refusal('not-signed-in')
  if (session !== null && !(await lasts(db, actor, session, now))) throw new Refusal('not-signed-in')
  if (organization === undefined) return null
  return (await standingOf(db, actor, organization, now)).organization.id
}

async function lasts(db: Reads, actor: Actor, session: string, now: Instant): Promise<boolean> {
  if (!isId('ses', session)) return false
  const found = await db
    .selectFrom('session')
    .select('id')
    .where('id', '=', session)
    .where('user_id', '=', actor.id)
    .where('expires_at', '>', now)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return found !== undefined
}
