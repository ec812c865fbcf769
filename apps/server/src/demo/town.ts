import { randomBytes } from 'node:crypto'
import { appRouter, type Context, createCallerFactory, type Deps, sendAllDue } from '@roster/api'
import type { Instant, UserId } from '@roster/domain'

const callers = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof callers>

/** One word for everybody in the demo; made anew at each run, since there is no default password anywhere. */
export const demoPassword = (): string => randomBytes(9).toString('base64url')

/** The doors of an instance whose clock the demo turns, so that months of history are made by real commands. */
export interface Town {
  readonly deps: Deps
  now(): Instant
  /** Moves the clock forward; never back. */
  goTo(at: Instant): void
  as(user: UserId | null): Caller
  /** Pretends that a mail server took what was due, or said that there is no such person. */
  deliverMail(): Promise<void>
}

/** `turnable` shares its clock with `deps`. */
export function town(deps: Deps, turnable: { now: Instant }): Town {
  let calls = 0
  return {
    deps,
    now: () => turnable.now,
    goTo(at) {
      turnable.now = Math.max(turnable.now, at)
    },
    as(user) {
      calls += 1
      const context: Context = {
        ...deps,
        actor: user ? { kind: 'user', id: user } : null,
        now: turnable.now,
        session: null,
        // An address each, as people have: limits count by address.
        address: `198.18.${(calls >> 8) & 255}.${calls & 255}`,
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        setSession: () => undefined,
        report: (error) => {
          throw error
        },
      }
      return callers(context)
    },
    async deliverMail() {
      const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
      await sendAllDue(deps, { send: async ({ to }) => replyTo(to) }, silent)
    },
  }
}

function replyTo(address: string) {
  return address.startsWith('gone.')
    ? ({ kind: 'rejected', reason: '550 5.1.1 The mailbox does not exist' } as const)
    : ({ kind: 'handed-over', reply: '250 2.0.0 Ok: queued' } as const)
}
