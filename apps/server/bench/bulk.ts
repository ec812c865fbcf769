import type { Server } from './children.ts'
import type { Installation } from './installation.ts'
import { field, keepAsking, once } from './load.ts'
import { median, quantile } from './numbers.ts'
import { LIST } from './reading.ts'

export const INVITED_AT_ONCE = 10_000

/** Ten thousand invitations in one call, and how others fared meanwhile. */
export interface Bulk {
  readonly members: number
  readonly milliseconds: number
  readonly perSecond: number
  /** Somebody else's first page of members, in milliseconds. */
  readonly others: { readonly p50: number; readonly p99: number; readonly longest: number }
}

/** Invites ten thousand addresses in one call, some times over, while a member reads the list without a pause. */
export async function bulkInvitation(
  server: Server,
  { owner, member, members }: Installation,
  rounds: number,
): Promise<Bulk> {
  const took: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round++) {
    const recipients = Array.from(
      { length: INVITED_AT_ONCE },
      (_, index) => `b${process.pid}.${round}.${index}@example.test`,
    )
    const reading = keepAsking({
      server,
      path: LIST,
      ask: { token: member, input: { organization: 'acme' } },
    })
    const began = performance.now()
    const outcomes = await once({
      server,
      path: '/trpc/invitations.send',
      ask: { token: owner, input: { organization: 'acme', recipients } },
    })
    took.push(performance.now() - began)
    others.push(...(await reading.stop()))
    const sent = Array.isArray(outcomes) ? outcomes.filter((one) => field(one, 'ok') === true).length : 0
    if (sent !== INVITED_AT_ONCE)
      throw new Error(`${INVITED_AT_ONCE - sent} invitations of a call were refused`)
  }
  others.sort((a, b) => a - b)
  const milliseconds = median(took)
  return {
    members,
    milliseconds,
    perSecond: (INVITED_AT_ONCE / milliseconds) * 1_000,
    others: { p50: quantile(others, 0.5), p99: quantile(others, 0.99), longest: others.at(-1) ?? 0 },
  }
}
