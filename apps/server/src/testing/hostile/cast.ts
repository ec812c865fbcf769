import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkKey } from '@roster/api'
import { z } from 'zod'
import { FIRST, type Running } from '../running.ts'
import type { Pools } from './inputs.ts'
import { places } from './places.ts'
import { literally } from './values.ts'

/** Everybody's password; never among what is tried, so that nobody deletes their account. */
export const PASSWORD = 'correct horse battery staple'

/** Who attacks: each with the cookie of their session. */
export interface Cast {
  readonly cookies: Readonly<Record<string, string>>
  readonly pools: Pools
}

const Sent = z.array(z.object({ ok: z.literal(true), result: z.object({ invitation: z.string() }) }))
const Members = z.object({
  items: z.array(z.object({ member: z.string(), user: z.string(), email: z.string() })),
  nextCursor: z.string().nullable(),
})
const Roles = z.array(z.object({ id: z.string(), key: z.string() }))
const Sessions = z.array(z.object({ id: z.string() }))
const EXTRAS = ['eve', 'mallory', 'trent', 'peggy', 'victor', 'walter']

/** Two organizations with somebody of every kind in them, made as everybody makes them: by calls. */
export async function cast(server: Running): Promise<Cast> {
  const links = linkKey(
    Buffer.from(readFileSync(join(server.data, 'instance.key'), 'utf8').trim(), 'base64url'),
  )
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  let callers = 0
  const call = async (procedure: string, input: unknown, cookie = '') => {
    // Each from somewhere else, so that no limit on places stands in the way.
    const headers = { cookie, 'x-forwarded-for': `198.51.100.${callers++ % 250}` }
    const answer = await server.call(procedure, input, headers)
    if (!answer.ok) throw new Error(`${procedure}: ${await answer.text()}`)
    return answer
  }
  const read = async <T>(schema: z.ZodType<T>, procedure: string, input: unknown, cookie: string) =>
    z
      .object({ result: z.object({ data: schema }) })
      .parse(await (await call(procedure, input, cookie)).json()).result.data

  const owner = cookieOf(
    await call('identity.setUp', { ...FIRST, secret: server.secret, password: PASSWORD }),
  )
  const roles = await read(Roles, 'roles.list', { organization: 'acme' }, owner)
  const role = (key: string) => roles.find((one) => one.key === key)?.id
  const invite = async (name: string, key: string, by = owner, organization = 'acme') => {
    const input = {
      organization,
      recipients: [`${name}@acme.test`],
      ...(organization === 'acme' && { role: role(key) }),
    }
    const [sent] = await read(Sent, 'invitations.send', input, by)
    const id = sent?.result.invitation ?? ''
    return { id, secret: `m.${links.secret('invitation-mailed', id, 1)}` }
  }
  const signUp = async (name: string, invitation: { id: string; secret: string }) => {
    const person = {
      name: `The ${name}`,
      username: `the-${name}`,
      email: `${name}@acme.test`,
      password: PASSWORD,
    }
    return cookieOf(await call('identity.signUp', { ...person, invitation }))
  }
  const join_ = async (name: string, key: string) => {
    const invitation = await invite(name, key)
    const cookie = await signUp(name, invitation)
    await call('invitations.accept', { invitation: invitation.id, secret: invitation.secret }, cookie)
    return cookie
  }

  const cookies: Record<string, string> = { owner, anonymous: '' }
  for (const part of ['admin', 'member', 'viewer']) cookies[part] = await join_(part, part)
  for (const name of EXTRAS) await join_(name, 'member')
  cookies.removed = await join_('removed', 'member')
  const outsider = await signUp('outsider', await invite('outsider', 'member'))
  cookies.outsider = outsider
  await call('organizations.create', { name: 'Globex', slug: 'globex' }, outsider)
  const foreign = await invite('guest', 'member', outsider, 'globex')
  const open = await Promise.all(['one', 'two', 'three', 'four'].map((name) => invite(name, 'viewer')))

  const { items, nextCursor } = await read(
    Members,
    'members.list',
    { organization: 'acme', pageSize: 20 },
    owner,
  )
  const more = await read(Members, 'members.list', { organization: 'acme', pageSize: 1 }, owner)
  const globex = await read(Members, 'members.list', { organization: 'globex' }, outsider)
  const globexRoles = await read(Roles, 'roles.list', { organization: 'globex' }, outsider)
  const gone = items.find((one) => one.email.startsWith('removed'))
  await call('members.remove', { organization: 'acme', members: [gone?.member] }, owner)
  const sessions = await read(Sessions, 'identity.sessions', {}, outsider)

  const extras = items.filter((one) => EXTRAS.some((name) => one.email.startsWith(name)))
  const members = [...extras.map((one) => one.member), gone?.member, ...globex.items.map((one) => one.member)]
  const letters = [...open, foreign]
  const acme = await places(
    read,
    'acme',
    owner,
    extras.map((one) => one.member),
  )
  const elsewhere = await places(
    read,
    'globex',
    outsider,
    globex.items.map((one) => one.member),
  )
  const projects = some([...acme.projects, ...elsewhere.projects])
  const groups = some([...acme.groups, ...elsewhere.groups])
  const pools: Pools = {
    organization: ['acme', 'acme', 'acme', 'globex', 'ACME', 'nowhere'],
    member: some(members),
    members: some(members),
    role: some([...[...roles, ...globexRoles].map((one) => one.id), ...acme.roles]),
    project: projects,
    projects,
    group: groups,
    groups,
    child: groups,
    assignment: some([...acme.assignments, ...elsewhere.assignments]),
    defaultRole: some([null, ...acme.roles]),
    invitation: some(letters.map((letter) => letter.id)),
    invitations: some(letters.map((letter) => letter.id)),
    id: some(letters.map((letter) => letter.id)),
    secret: some([...letters.map((letter) => letter.secret), `m.${'A'.repeat(43)}`]),
    link: ['otl_00000000000000000000000000'],
    session: some(sessions.map((one) => one.id)),
    sender: some(items.map((one) => one.user)),
    person: some([...items, ...globex.items].map((one) => one.user)),
    cursor: some([nextCursor, more.nextCursor].map((cursor) => cursor ?? 'none')),
    name: ['Ada', 'Zoë 名前', 'O’Neill'],
    title: ['Analyst', null],
    displayName: ['Countess', null],
    username: ['ada-2', 'brand-new-name'],
    email: ['ada@acme.test', 'new@acme.test', 'bob@example.test'],
    recipients: ['new@acme.test', 'ada@acme.test', '@the-eve', 'bob@example.test', 'not an address'],
    slug: ['acme-two', 'acme', 'globex', 'brand-new'],
    keep: ['owner'],
    confirm: ['not the name'],
    prefix: ['the-', 'the-e'],
    search: ['the', 'acme.test', 'Ada', '%'],
    request: ['req_00000000000000000000000000'],
    kind: ['joining', 'account'],
    reason: ['because'],
    message: ['Welcome', null],
    password: ['not the password 99'],
    current: ['not the password 99'],
    next: ['another long password 77'],
    expiryDays: [7, null, 30],
    from: [0, literally('1.7e12')],
    to: [4_000_000_000_000],
  }
  return { cookies, pools }
}

function some(values: readonly unknown[]): readonly [unknown, ...unknown[]] {
  const [first, ...others] = values
  return [first, ...others]
}
