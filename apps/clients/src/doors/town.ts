import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkKey } from '@roster/api'
import { FIRST, type Running } from '@roster/server/src/testing/running.ts'
import { z } from 'zod'
import { type Credentials, Refused, type Site } from './door.ts'
import { one, Roles } from './found.ts'

/** An organization with an owner, an admin and a member in it, each with a key, and a project; and one elsewhere. */
export interface Town {
  readonly site: Site
  readonly people: Readonly<Record<'owner' | 'admin' | 'member', Credentials>>
}

const Answer = z.union([
  z.object({ result: z.object({ data: z.unknown() }) }),
  z.object({ error: z.object({ data: z.object({ refusal: z.object({ code: z.string() }).nullable() }) }) }),
])
const Sent = z.tuple([z.object({ result: z.object({ invitation: z.string() }) })])
const Made = z.object({ secret: z.string() })

/** Made as everybody makes it: by calls. */
export async function town(server: Running): Promise<Town> {
  let callers = 0
  const ask = async (cookie: string, procedure: string, input: unknown = {}) => {
    // Each from somewhere else, so that no limit on places stands in the way.
    const headers = { cookie, 'x-forwarded-for': `198.51.100.${callers++ % 250}` }
    const answer = await server.call(procedure, input, headers)
    const said = Answer.parse(await answer.json())
    if ('error' in said) throw new Refused(said.error.data.refusal?.code ?? 'a bug')
    return { data: said.result.data, cookie: answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' }
  }
  const site: Site = {
    url: server.listening,
    organization: 'acme',
    call: async (cookie, procedure, input) => (await ask(cookie, procedure, input)).data,
  }
  const { cookie: owner } = await ask('', 'identity.setUp', { ...FIRST, secret: server.secret })
  const roles = Roles.parse(await site.call(owner, 'roles.list', { organization: 'acme' }))
  const role = (key: string) =>
    one(
      roles.find((found) => found.key === key && found.level !== 'project'),
      key,
    ).id
  const links = linkKey(
    Buffer.from(readFileSync(join(server.data, 'instance.key'), 'utf8').trim(), 'base64url'),
  )
  const join_ = async (name: string) => {
    const email = `${name}@acme.test`
    const input = { organization: 'acme', recipients: [email], role: role(name) }
    const [sent] = Sent.parse(await site.call(owner, 'invitations.send', input))
    const id = sent.result.invitation
    const invitation = { id, secret: `m.${links.secret('invitation-mailed', id, 1)}` }
    const { password } = FIRST
    const person = { name: `The ${name}`, username: `the-${name}`, email, password, invitation }
    const { cookie } = await ask('', 'identity.signUp', person)
    await ask(cookie, 'invitations.accept', { invitation: id, secret: invitation.secret })
    return cookie
  }
  const withKey = async (cookie: string, key: string): Promise<Credentials> => {
    const input = { organization: 'acme', name: key, role: role(key), expiryDays: 30 }
    return { cookie, key: Made.parse(await site.call(cookie, 'keys.create', input)).secret }
  }
  const people = {
    owner: await withKey(owner, 'owner'),
    admin: await withKey(await join_('admin'), 'admin'),
    member: await withKey(await join_('member'), 'member'),
  }
  await site.call(owner, 'projects.create', { organization: 'acme', name: 'Site' })
  await site.call(owner, 'organizations.create', { name: 'Globex', slug: 'globex' })
  return { site, people }
}
