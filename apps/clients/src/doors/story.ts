import { z } from 'zod'
import { type Door, type Hands, Refused } from './door.ts'
import type { Town } from './town.ts'

/** What is done at every door, by whom; each step is answered or refused, and the story goes on. */
const STEPS: readonly (readonly [
  who: 'owner' | 'admin' | 'member',
  what: string,
  (hands: Hands) => Promise<unknown>,
])[] = [
  ['owner', 'T1 C7 lists the members', (hands) => hands.members()],
  [
    'owner',
    'T16 T17 invites many, with a result for each',
    (hands) =>
      hands.invite(['new@acme.test', 'other@acme.test', 'admin@acme.test', 'not an address'], 'viewer'),
  ],
  ['owner', 'C13 invites one with the default role', (hands) => hands.invite(['plain@acme.test'], null)],
  ['owner', 'C12 lists what is open', (hands) => hands.invitations()],
  ['admin', 'D29 may not invite an owner', (hands) => hands.invite(['boss@acme.test'], 'owner')],
  ['member', 'T3 may not invite', (hands) => hands.invite(['friend@acme.test'], 'viewer')],
  ['admin', 'C15 resends', (hands) => hands.resend('new@acme.test')],
  ['admin', 'T26 C15 revokes', (hands) => hands.revoke('other@acme.test')],
  ['owner', 'T23 the revoked one is not open any more', (hands) => hands.invitations()],
  ['owner', 'C8 changes a role', (hands) => hands.setRole('member@acme.test', 'viewer')],
  ['admin', 'may not touch an owner', (hands) => hands.setRole('ada@acme.test', 'member')],
  ['owner', 'D13 the last owner stays', (hands) => hands.setRole('ada@acme.test', 'admin')],
  [
    'owner',
    'C3 C9 gives a role in a project',
    (hands) => hands.setProjectRole('member@acme.test', 'Site', 'editor'),
  ],
  ['owner', 'C7 lists who is in the project', (hands) => hands.projectMembers('Site')],
  ['owner', 'D12 owners are not removed', (hands) => hands.remove('ada@acme.test')],
  ['owner', 'C11 removes a member', (hands) => hands.remove('member@acme.test')],
  [
    'owner',
    'C11 who was removed is in no list any more',
    async (hands) => [await hands.members(), await hands.projectMembers('Site')],
  ],
  ['member', 'A22 whoever was removed finds nothing', (hands) => nothing(hands.members())],
]

/** Whoever was removed has no key any more either, which their session cannot know of. */
async function nothing(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked
  } catch (reason) {
    const gone = reason instanceof Refused && (reason.code === 'not-found' || reason.code === 'key-invalid')
    if (gone) throw new Refused('not-found')
    throw reason
  }
}

/** What came of a step. */
export interface Step {
  readonly step: string
  readonly answer?: unknown
  readonly refused?: string
}

/** The story told at one door: what each step came to, and what the trail says of it. */
export async function tell(door: Door, { site, people }: Town): Promise<{ steps: Step[]; trail: unknown[] }> {
  const steps: Step[] = []
  const before = await trailOf({ site, people })
  for (const [who, what, act] of STEPS) {
    const step = `${who}: ${what}`
    try {
      steps.push({ step, answer: (await act(door.as(site, people[who]))) ?? 'done' })
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason
      steps.push({ step, refused: reason.code })
    }
  }
  const after = await trailOf({ site, people })
  return { steps, trail: after.slice(before.length) }
}

const Trail = z.object({
  items: z.array(
    z.object({
      action: z.string(),
      actor: z.object({ email: z.string().nullable() }).nullable(),
      target: z.object({ kind: z.string(), label: z.string().nullable().optional() }).nullable(),
      facts: z.record(z.string(), z.unknown()),
      labels: z.record(z.string(), z.string()),
    }),
  ),
})

/** The entries, oldest first; ids in words, moments as such: what is the same at every door. */
async function trailOf({ site, people }: Town): Promise<unknown[]> {
  const said = await site.call(people.owner.cookie, 'audit.list', { organization: 'acme', pageSize: 100 })
  const entries = Trail.parse(said).items.reverse()
  return entries.map(({ action, actor, target, facts, labels }) => ({
    action,
    actor: actor?.email ?? null,
    target: target && { kind: target.kind, label: target.label ?? null },
    facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, inWords(fact, labels)])),
  }))
}

function inWords(fact: unknown, labels: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(fact)) return fact.map((one) => inWords(one, labels))
  if (typeof fact === 'number' && fact > 1_000_000_000_000) return 'a moment'
  if (typeof fact !== 'string') return fact
  return labels[fact] ?? (/^[a-z]{3}_[0-9a-z]{26}$/.test(fact) ? `a ${fact.slice(0, 3)}` : fact)
}
