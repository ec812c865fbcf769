import { type Instant, Refusal } from '@roster/domain'
import type { Mailer } from '@roster/mail'
import type { Deps } from '../platform/call.ts'
import { chance } from '../platform/chance.ts'
import type { Row } from '../platform/schema.ts'
import { compose } from './compose.ts'
import { nextAttempt } from './retry.ts'
import { dueMessages, nextDue, type Settlement, settle } from './store.ts'

/** What the worker needs of a mailer: one message, and an honest answer. */
export type OutboxMailer = Pick<Mailer, 'send'>

export interface OutboxLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

export interface OutboxWorker {
  /** Hands over nothing new and waits for what is under way. */
  stop(): Promise<void>
}

const AT_ONCE = 5
const LONGEST_SLEEP_MS = 30_000
/** Lets a burst of commits become one pass. */
const NUDGE_MS = 20

/**
 * Hands over what waits in the outbox, forever, woken by commits and by the clock. Every message is composed at
 * the moment it is sent, so that one that has become pointless never leaves. Delivery is at least once: a crash
 * between the server's reply and our note repeats the message with the same Message-ID.
 */
export function startOutboxWorker(deps: Deps, mailer: OutboxMailer, log: OutboxLog): OutboxWorker {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let pass: Promise<void> = Promise.resolve()
  let passing = false
  let again = false

  const wakeIn = (milliseconds: number) => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(begin, milliseconds)
  }
  const begin = () => {
    if (stopped) return
    if (passing) {
      again = true
      return
    }
    passing = true
    again = false
    pass = sendAllDue(deps, mailer, log, () => stopped)
      .catch((error: unknown) => log.error({ err: error }, 'the outbox could not be read'))
      .then(async () => {
        passing = false
        const due = stopped ? null : await nextDue(deps.reader).catch(() => null)
        const sleep =
          due === null ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, Math.max(1_000, due - deps.clock()))
        wakeIn(again ? NUDGE_MS : sleep)
      })
  }
  const unsubscribe = deps.changes.subscribe(() => {
    if (passing) again = true
    else wakeIn(NUDGE_MS)
  })
  begin()
  return {
    async stop() {
      stopped = true
      unsubscribe()
      clearTimeout(timer)
      await pass
    },
  }
}

/** Hands over everything that is due now, a few at a time. Exported for tests, which have no patience for timers. */
export async function sendAllDue(
  deps: Deps,
  mailer: OutboxMailer,
  log: OutboxLog,
  stopped: () => boolean = () => false,
): Promise<void> {
  for (;;) {
    const due = await dueMessages(deps.reader, deps.clock(), AT_ONCE)
    if (due.length === 0 || stopped()) return
    const settled = await Promise.all(due.map((message) => attempt(deps, mailer, log, message)))
    await settle(deps.writer, settled)
    for (const organization of new Set(due.map((message) => message.organization_id))) {
      if (organization) deps.changes.publish({ slice: 'invitations', organization })
    }
  }
}

async function attempt(
  deps: Deps,
  mailer: OutboxMailer,
  log: OutboxLog,
  message: Row<'message'>,
): Promise<Settlement> {
  const now = deps.clock()
  const attempts = message.attempts + 1
  try {
    const letter = await compose(deps, message, now)
    if (letter === null || 'unwanted' in letter) {
      const outcome = letter?.unwanted ?? null
      return { id: message.id, state: 'pointless', attempts: message.attempts, at: now, outcome }
    }
    const { hostname } = new URL(deps.instance.url)
    const sent = await mailer.send({ ...letter, messageId: `${message.id}@${hostname}` })
    if (sent.kind === 'handed-over') {
      log.info({ message: message.id, kind: message.kind }, 'mail handed over')
      return { id: message.id, state: 'handed-over', attempts, at: now, outcome: sent.reply }
    }
    log.warn({ message: message.id, kind: message.kind, reason: sent.reason, attempts }, `mail ${sent.kind}`)
    return sent.kind === 'rejected'
      ? { id: message.id, state: 'failed', attempts, at: now, outcome: sent.reason }
      : later(message, attempts, now, sent.reason)
  } catch (error) {
    log.error({ err: error, message: message.id }, 'mail could not be composed')
    return later(
      message,
      attempts,
      now,
      error instanceof Refusal ? error.message : 'it could not be composed',
    )
  }
}

function later(message: Row<'message'>, attempts: number, now: Instant, reason: string): Settlement {
  const next = nextAttempt(attempts, message.created_at, now, chance())
  return next === null
    ? { id: message.id, state: 'failed', attempts, at: now, outcome: reason }
    : { id: message.id, state: 'queued', attempts, next, outcome: reason }
}
