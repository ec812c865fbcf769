import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Server } from './children.ts'
import type { Guest, Installation } from './installation.ts'
import { type Ask, fire, type Sample } from './load.ts'
import { MANY, type Measured, summary } from './rounds.ts'

/** How many guests go through it one after another, and how many on many connections at once. */
const ALONE = 120
const TOGETHER = 320
export const GUESTS = ALONE + TOGETHER

const STEPS = ['invite', 'accept', 'change role', 'remove'] as const
type Step = (typeof STEPS)[number]

export interface Written {
  readonly server: Server
  readonly installation: Installation
}

/**
 * Guests are invited, accept, get another role and are removed again, round by round, so that an organization has
 * its size again after each.
 */
export async function writings(
  places: readonly Written[],
  rounds: number,
  progress: (done: string) => void,
): Promise<readonly Measured[]> {
  const alone = new Map<string, Sample[]>()
  const together = new Map<string, Sample[]>()
  // The first round is for warming up.
  for (let round = 0; round <= rounds; round++) {
    for (const place of places) {
      const { guests, members } = place.installation
      for (const step of STEPS) {
        const one = await go(place, step, guests.slice(0, ALONE), 1)
        const many = await go(place, step, guests.slice(ALONE), MANY)
        const key = `${step} ${members}`
        if (round > 0) alone.set(key, [...(alone.get(key) ?? []), one])
        if (round > 0) together.set(key, [...(together.get(key) ?? []), many])
      }
    }
    progress(`writing, round ${round} of ${rounds}`)
  }
  return places.flatMap(({ installation: { members } }) =>
    STEPS.map((what) => {
      const key = `${what} ${members}`
      return { what, members, ...summary(alone.get(key) ?? [], together.get(key) ?? []) }
    }),
  )
}

function go(place: Written, step: Step, guests: readonly Guest[], connections: number): Promise<Sample> {
  const { server } = place
  const asks = ASKS[step](place.installation, guests)
  const ask = () => asks.next().value ?? {}
  return fire({ server, path: PATHS[step], ask }, connections, guests.length)
}

const PATHS = {
  invite: '/trpc/invitations.send',
  accept: '/trpc/invitations.accept',
  'change role': '/trpc/members.changeRoles',
  remove: '/trpc/members.remove',
} as const satisfies Record<Step, string>

const ASKS = {
  *invite({ owner: token }, guests) {
    for (const { email } of guests) yield { token, input: { organization: 'acme', recipients: [email] } }
  },
  *accept(installation, guests) {
    const invitations = pending(installation)
    for (const { email, token } of guests) yield { token, input: { invitation: invitations.get(email) } }
  },
  *'change role'(installation, guests) {
    const { owner: token, roles } = installation
    const members = membersByEmail(installation)
    for (const { email } of guests) {
      yield { token, input: { organization: 'acme', members: [members.get(email)], role: roles.viewer } }
    }
  },
  *remove(installation, guests) {
    const members = membersByEmail(installation)
    for (const { email } of guests) {
      yield { token: installation.owner, input: { organization: 'acme', members: [members.get(email)] } }
    }
  },
} as const satisfies Record<Step, (place: Installation, guests: readonly Guest[]) => Generator<Ask, void>>

function pending(installation: Installation): ReadonlyMap<string, string> {
  return read(
    installation,
    `select i.email, i.id from user u join invitation i on i.email = u.email and i.state = 'pending' where u.email = ?`,
  )
}

function membersByEmail(installation: Installation): ReadonlyMap<string, string> {
  return read(
    installation,
    'select l.email, l.member_id as id from user u join member m on m.user_id = u.id and m.until is null ' +
      'join member_listing l on l.member_id = m.id where u.email = ?',
  )
}

/** Ids are read off the file, beside the server: asking for them is not what is measured. */
function read({ directory, guests }: Installation, text: string): ReadonlyMap<string, string> {
  const file = new Sqlite(join(directory, 'roster.db'), { readonly: true })
  try {
    const statement = file.prepare<[string], { email: string; id: string }>(text)
    const rows = guests.flatMap(({ email }) => statement.get(email) ?? [])
    return new Map(rows.map(({ email, id }) => [email, id]))
  } finally {
    file.close()
  }
}
