import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  Activity,
  Changes,
  type Database,
  type Deps,
  Downloads,
  idGenerator,
  linkKey,
  openDatabase,
} from '@roster/api'
import {
  addAccounts,
  addMembers,
  addPastInvitations,
  addPastMembers,
  addTrail,
  type Fate,
  foundOrganization,
  type Joining,
  type NewHome,
  type Past,
  type PastMembership,
  signIn,
} from '@roster/api/testing/filling'
import type { Instant, MemberId, RoleId } from '@roster/domain'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { openDataDirectory } from '../src/data-directory.ts'
import { addressOf, byName, personNumber, spread } from './names.ts'

/** How many past invitations are written in one transaction. */
const CHUNK = 10_000
const DAY = 86_400_000
const FIVE_YEARS = 1_826 * DAY
/** For so many members there is one who has left. */
const MEMBERS_A_LEAVER = 2
/** One past invitation for so many members, and as many entries of the audit trail. */
const MEMBERS_AN_INVITATION = 5

/** Somebody with an account and a session. */
export interface Guest {
  readonly email: string
  readonly token: string
}

/** A data directory with an organization of so many members, and who may call. */
export interface Installation {
  readonly directory: string
  readonly members: number
  /** Bytes of the database file that each member took: account, membership, role, row of the list, search. */
  readonly bytesAMember: number
  readonly seconds: number
  /** Sessions: of the owner, and of a plain member. */
  readonly owner: string
  readonly member: string
  readonly roles: { readonly member: RoleId; readonly viewer: RoleId }
  /** Accounts outside the organization. */
  readonly guests: readonly Guest[]
}

/** Fills a new data directory with an organization of that size: five years of joining and leaving, invitations of every fate. */
export async function install(directory: string, members: number, guests: number): Promise<Installation> {
  const began = performance.now()
  const data = openDataDirectory(directory)
  const database = openDatabase(data.database)
  const now = Date.now()
  const deps = depsOf(database, data.key, now)
  try {
    // All of it in memory while it is filled, or indexes in the order of chance would be read and written again and again.
    await deps.writer.run((tx) => sql`pragma cache_size = -2000000`.execute(tx))
    const home = await foundOrganization(deps, personNumber(0), now - FIVE_YEARS)
    const roles = { member: roleOf(home, 'member'), viewer: roleOf(home, 'viewer') }
    const empty = await bytesOf(deps)
    const joined = await letJoin(deps, home, members, now)
    const bytesAMember = ((await bytesOf(deps)) - empty) / members
    await remember(deps, home, joined.some, now)
    await letLeave(
      deps,
      home,
      { behind: members + guests, leavers: Math.floor(members / MEMBERS_A_LEAVER) },
      now,
    )
    const installation: Installation = {
      directory,
      members,
      bytesAMember,
      roles,
      owner: await signIn(deps, home.owner, now),
      member: await signIn(deps, joined.plain, now),
      guests: await welcome(deps, members, guests, now),
      seconds: (performance.now() - began) / 1_000,
    }
    writeFileSync(join(directory, KEPT), JSON.stringify(installation))
    return installation
  } finally {
    await database.close()
    data.release()
  }
}

const KEPT = 'bench.json'

/** What an earlier run filled and kept in this directory. Its mail is of yesterday, for nobody gets much in a day. */
export function keptInstallation(directory: string): Installation {
  const file = new Sqlite(join(directory, 'roster.db'))
  try {
    file
      .prepare('update message set created_at = created_at - ? where created_at > ?')
      .run(DAY, Date.now() - DAY)
  } finally {
    file.close()
  }
  return { ...JSON.parse(readFileSync(join(directory, KEPT), 'utf8')), directory }
}

function depsOf({ reader, writer }: Database, key: Uint8Array, now: Instant): Deps {
  const clock = () => now
  return {
    reader,
    writer,
    clock,
    newId: idGenerator(clock),
    links: linkKey(key),
    changes: new Changes(),
    activity: new Activity(),
    downloads: new Downloads(),
    mailbox: null,
    instance: {
      url: 'http://localhost',
      signUp: 'invited',
      createOrganizations: 'anyone',
      mail: 'none',
      version: 'bench',
    },
  }
}

async function bytesOf({ reader }: Deps): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count, pragma_page_size
  `.execute(reader)
  return rows[0]?.bytes ?? 0
}

function roleOf({ roles }: NewHome, key: string): RoleId {
  const role = roles.get(key)
  if (!role) throw new Error(`there is no role ${key}`)
  return role
}

/** Everybody but the owner, who is there already. Of a hundred members one is an admin and ten only look on. */
async function letJoin(deps: Deps, home: NewHome, members: number, now: Instant) {
  const roles = {
    admin: roleOf(home, 'admin'),
    viewer: roleOf(home, 'viewer'),
    member: roleOf(home, 'member'),
  }
  const some: MemberId[] = []
  let plain = home.owner
  for (const numbers of byName(members - 1)) {
    const users = await addAccounts(deps, numbers.map(personNumber), now - FIVE_YEARS)
    const joining = numbers.flatMap((number, index): Joining[] => {
      const user = users[index]
      if (!user) return []
      const luck = spread(number, 3)
      const role = luck < 0.01 ? roles.admin : luck < 0.11 ? roles.viewer : roles.member
      if (role === roles.member) plain = user
      const joined = now - FIVE_YEARS + Math.floor((number / members) * FIVE_YEARS)
      const seen =
        spread(number, 4) < 0.9 ? Math.floor(joined + (now - joined) * spread(number, 5) ** 0.2) : null
      return [{ user, role, joined, active: seen }]
    })
    const begun = await addMembers(deps, home, joining)
    some.push(...begun.slice(0, begun.length / MEMBERS_AN_INVITATION))
  }
  return { some, plain }
}

/** What has become of invitations, of twenty: plans are only honest where there is some of everything. */
const FATES = [
  ...Array<Fate>(15).fill('accepted'),
  'pending',
  'declined',
  'revoked',
  'superseded',
  'superseded',
] as const

async function remember(deps: Deps, home: NewHome, some: readonly MemberId[], now: Instant): Promise<void> {
  const role = roleOf(home, 'member')
  for (let from = 0; from < some.length; from += CHUNK) {
    const chunk = some.slice(from, from + CHUNK)
    const past = chunk.map((member, index): Past => {
      const number = from + index
      const fate = FATES[number % FATES.length] ?? 'accepted'
      const sent = now - Math.floor(spread(number, 6) * (fate === 'pending' ? 10 * DAY : FIVE_YEARS))
      const accepted = fate === 'accepted' ? member : null
      const email = addressOf(`invited.${number}@example.test`)
      return { email, fate, sent, expires: sent + 7 * DAY, member: accepted }
    })
    await addPastInvitations(deps, home, role, past)
    await addTrail(deps, home, chunk, now - DAY)
  }
}

/** People who came and went, some for a week and some for years, behind the numbers of everybody else. */
async function letLeave(
  deps: Deps,
  home: NewHome,
  { behind, leavers }: { behind: number; leavers: number },
  now: Instant,
): Promise<void> {
  const role = roleOf(home, 'member')
  for (let from = 0; from < leavers; from += CHUNK) {
    const length = Math.min(CHUNK, leavers - from)
    const past = Array.from({ length }, (_, index): PastMembership => {
      const number = behind + from + index
      const joined = now - FIVE_YEARS + Math.floor(spread(number, 7) * (FIVE_YEARS - 2 * DAY))
      const left = joined + DAY + Math.floor((now - DAY - joined) * spread(number, 8))
      return { ...personNumber(number), joined, left }
    })
    await addPastMembers(deps, home, role, past)
  }
}

async function welcome(deps: Deps, members: number, count: number, now: Instant): Promise<readonly Guest[]> {
  const people = Array.from({ length: count }, (_, index) => personNumber(members + index))
  const users = await addAccounts(deps, people, now - DAY)
  const guests: Guest[] = []
  for (const [index, { email }] of people.entries()) {
    const user = users[index]
    if (user) guests.push({ email, token: await signIn(deps, user, now) })
  }
  return guests
}
