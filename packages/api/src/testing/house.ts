import { randomBytes } from 'node:crypto'
import {
  canonicalEmail,
  canonicalUsername,
  type Instant,
  type MemberId,
  type OrganizationId,
  orThrow,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { authenticateKey } from '../keys/authenticate.ts'
import { beginMembership, endMembership } from '../members/store.ts'
import { insertOrganization } from '../organizations/store.ts'
import type { Actor } from '../platform/access.ts'
import { Activity } from '../platform/activity.ts'
import type { Deps, Instance } from '../platform/call.ts'
import { Changes } from '../platform/changes.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { Downloads } from '../platform/downloads.ts'
import { idGenerator } from '../platform/ids.ts'
import { linkKey } from '../platform/links.ts'
import { appRouter } from '../router.ts'
import type { Context } from '../transport/context.ts'
import { createCallerFactory } from '../transport/trpc.ts'

/** The people of every test: one for each way of standing to the organization "acme". */
export const CAST = ['owner', 'admin', 'member', 'viewer', 'auditor', 'outsider', 'removed'] as const
export type Part = (typeof CAST)[number]

const START: Instant = Date.UTC(2026, 4, 4, 9)
const callers = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof callers>

export interface Person {
  readonly id: UserId
  readonly email: string
  readonly username: string
  readonly member: MemberId | null
}

/** A Roster before its first start: a real database, a stopped clock, a link key nobody knows. */
export interface EmptyHouse {
  readonly database: Database
  readonly deps: Deps
  /** What was reported as a bug. */
  readonly reported: unknown[]
  now(): Instant
  advance(milliseconds: number): void
  close(): Promise<void>
}

export interface House extends EmptyHouse {
  readonly acme: OrganizationId
  /** A second organization, owned by the outsider, to try to reach into. */
  readonly globex: OrganizationId
  readonly people: Readonly<Record<Part, Person>>
  /** The roles of acme by key; `auditor` is a custom one that may only read the audit trail and invitations. */
  readonly roles: Readonly<Record<'owner' | 'admin' | 'member' | 'viewer' | 'auditor', RoleId>>
  /** The caller of procedures as one of the cast, or as nobody. */
  as(part: Part | 'anonymous'): Caller
  /** The same for any account made during the test. */
  asUser(user: UserId | null): Caller
  /** The caller that a door finds behind an API key; it fails where the key opens nothing. */
  asKey(secret: string): Promise<Caller>
  /** The sessions that calls began or ended, in order. */
  readonly sessions: ({ readonly token: string; readonly until: Instant } | null)[]
}

/** Nobody and nothing, as at the first start. */
export function emptyHouse(instance: Partial<Instance> = {}): EmptyHouse {
  let time = START
  const clock = () => time
  const database = openDatabase(':memory:')
  const newId = idGenerator(clock)
  const deps: Deps = {
    reader: database.reader,
    writer: database.writer,
    clock,
    newId,
    links: linkKey(randomBytes(32)),
    changes: new Changes(),
    activity: new Activity(),
    downloads: new Downloads(),
    mailbox: null,
    instance: {
      url: 'https://roster.test',
      signUp: 'invited',
      createOrganizations: 'anyone',
      mail: 'smtp',
      version: '0.0.0',
      ...instance,
    },
  }
  return {
    database,
    deps,
    reported: [],
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds
    },
    close: () => database.close(),
  }
}

/** Acme with its cast, in a house of its own. */
export async function house(instance: Partial<Instance> = {}): Promise<House> {
  const empty = emptyHouse(instance)
  const { deps, reported, now } = empty
  const furnished = await furnish(deps, now())
  const sessions: House['sessions'] = []
  const asActor = (actor: Actor | null): Caller => {
    const context: Context = {
      ...deps,
      actor,
      now: now(),
      session: null,
      address: '192.0.2.1',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
      setSession: (session) => sessions.push(session),
      report: (error) => {
        reported.push(error)
        return 'incident'
      },
    }
    return callers(context)
  }
  const asUser = (user: UserId | null) => asActor(user ? { kind: 'user', id: user } : null)
  return {
    ...empty,
    ...furnished,
    asUser,
    async asKey(secret) {
      const holder = await authenticateKey(deps, secret, now())
      if (!holder) throw new Error('this key opens nothing')
      return asActor(holder)
    },
    as: (part) => asUser(part === 'anonymous' ? null : furnished.people[part].id),
    sessions,
  }
}

/** Adds an account with a verified address, outside every organization. */
export async function addAccount(
  deps: Deps,
  name: string,
  now: Instant,
): Promise<{ id: UserId; email: string; username: string }> {
  const id = deps.newId('usr')
  const email = orThrow(canonicalEmail(`${name}@acme.test`))
  const username = orThrow(canonicalUsername(`the-${name}`))
  await deps.writer.run((tx) =>
    tx
      .insertInto('user')
      .values({
        id,
        email,
        username,
        name: `The ${name}`,
        password_hash: null,
        email_verified_at: now,
        created_at: now,
        last_active_at: null,
        disabled_at: null,
        deleted_at: null,
      })
      .execute(),
  )
  return { id, email, username }
}

async function furnish(deps: Deps, now: Instant) {
  const { newId, writer } = deps
  const accounts = await accountsByPart(deps, now)
  return writer.run(async (tx) => {
    const acme = await insertOrganization(tx, newId, {
      slug: 'acme',
      name: 'Acme',
      by: accounts.owner.id,
      now,
    })
    const globex = await insertOrganization(tx, newId, {
      slug: 'globex',
      name: 'Globex',
      by: accounts.outsider.id,
      now,
    })
    const auditor = newId('rol')
    await tx
      .insertInto('role')
      .values({
        id: auditor,
        organization_id: acme.id,
        level: 'organization',
        key: null,
        name: 'Auditor',
        permissions: JSON.stringify(['organization.read', 'audit.read', 'invitations.read']),
        created_at: now,
        until: null,
      })
      .execute()
    const builtIn = await tx
      .selectFrom('role')
      .select(['id', 'key'])
      .where('organization_id', '=', acme.id)
      .where('level', '=', 'organization')
      .execute()
    const role = (key: string): RoleId => {
      const found = builtIn.find((one) => one.key === key)
      if (!found) throw new Error(`no built-in role ${key}`)
      return found.id
    }
    const roles = {
      owner: role('owner'),
      admin: role('admin'),
      member: role('member'),
      viewer: role('viewer'),
      auditor,
    }
    const join = (part: Part, roleId: RoleId) =>
      beginMembership(tx, newId, {
        organization: acme.id,
        user: accounts[part].id,
        role: roleId,
        source: 'setup',
        by: null,
        now,
      })
    const members = {
      owner: await join('owner', roles.owner),
      admin: await join('admin', roles.admin),
      member: await join('member', roles.member),
      viewer: await join('viewer', roles.viewer),
      auditor: await join('auditor', roles.auditor),
      removed: await join('removed', roles.member),
    }
    await endMembership(tx, { organization: acme.id, member: members.removed, by: accounts.owner.id, now })
    await beginMembership(tx, newId, {
      organization: globex.id,
      user: accounts.outsider.id,
      role: globex.ownerRole,
      source: 'creation',
      by: null,
      now,
    })
    const people = {
      owner: { ...accounts.owner, member: members.owner },
      admin: { ...accounts.admin, member: members.admin },
      member: { ...accounts.member, member: members.member },
      viewer: { ...accounts.viewer, member: members.viewer },
      auditor: { ...accounts.auditor, member: members.auditor },
      removed: { ...accounts.removed, member: members.removed },
      outsider: { ...accounts.outsider, member: null },
    }
    return { acme: acme.id, globex: globex.id, roles, people }
  })
}

async function accountsByPart(deps: Deps, now: Instant) {
  return {
    owner: await addAccount(deps, 'owner', now),
    admin: await addAccount(deps, 'admin', now),
    member: await addAccount(deps, 'member', now),
    viewer: await addAccount(deps, 'viewer', now),
    auditor: await addAccount(deps, 'auditor', now),
    outsider: await addAccount(deps, 'outsider', now),
    removed: await addAccount(deps, 'removed', now),
  }
}
