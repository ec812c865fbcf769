import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { linkKey } from '@roster/api'
import { startSink } from '@roster/mail/testing'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { type Cast, cast } from '../hostile/cast.ts'
import type { RestCast } from '../hostile/rest-attack.ts'
import { restCast } from '../hostile/rest-cast.ts'
import { type Running, running } from '../running.ts'

const Answer = z.object({ result: z.object({ data: z.unknown() }) })
const Request = z.object({ request: z.string() })
const Domain = z.object({ domain: z.string() })
const Members = z.object({
  items: z.array(z.object({ member: z.string(), user: z.string(), email: z.string() })),
})
const Roles = z.array(z.object({ id: z.string(), key: z.string().nullable() }))
const Webhook = z.object({ webhook: z.string() })
const Deliveries = z.object({ items: z.array(z.object({ id: z.string() })) })
const Sent = z.array(z.object({ result: z.object({ invitation: z.string() }) }))
const Entries = z.object({ items: z.array(z.object({ sequence: z.number() })) })

/** A server with an organization in which every route has something to work on. */
export interface Prepared {
  readonly server: Running
  readonly programs: RestCast
  /** What only people make, and what routes must not be given by chance. */
  readonly there: {
    /** Ids of members who stay, and of their accounts. */
    readonly staying: readonly string[]
    /** Two entries of the trail about roles that changed, of nobody else. */
    readonly changes: readonly [number, number]
    /** Roles that may do the least, at the organization and at a project. */
    readonly viewer: string
    readonly projectViewer: string
    readonly joinRequest: string
    readonly projectRequest: string
    readonly proven: string
    readonly waiting: string
    /** A webhook with an event on its way; null where nothing goes out. */
    readonly sending: { readonly webhook: string; readonly delivery: string } | null
    /** Invitations that ran out. */
    readonly expired: readonly string[]
    readonly reviewers: readonly string[]
  }
  stop(): Promise<void>
}

/**
 * Starts it and makes what no program can make. With a mail server invitations come to be active, while nobody calls;
 * with none nothing changes but by a call. With `webhooks` they may go to this machine, and one does.
 */
export async function prepared({
  mail,
  webhooks,
}: {
  readonly mail: boolean
  readonly webhooks: boolean
}): Promise<Prepared> {
  const sink = mail ? await startSink() : null
  const server = await running(
    {
      ROSTER_TRUST_PROXY: 'true',
      ROSTER_SIGN_UP: 'open',
      ...(sink && { ROSTER_SMTP_URL: sink.url, ROSTER_MAIL_FROM: 'roster@acme.test' }),
      ...(webhooks && { ROSTER_WEBHOOKS_TO_PRIVATE: 'true' }),
    },
    mail ? undefined : [],
  )
  const people = await cast(server)
  const programs = await restCast(server, people)
  return {
    server,
    programs,
    there: await whatPeopleMake(server, people, webhooks),
    async stop() {
      await server.stop()
      await sink?.close()
    },
  }
}

async function whatPeopleMake(
  server: Running,
  { cookies, pools }: Cast,
  sends: boolean,
): Promise<Prepared['there']> {
  const ask = async (cookie: string | undefined, procedure: string, input: object): Promise<unknown> => {
    const given = { organization: 'acme', ...input }
    const answer = await server.call(procedure, given, {
      cookie: cookie ?? '',
      'x-forwarded-for': '192.0.2.7',
    })
    if (!answer.ok) throw new Error(`${procedure}: ${await answer.text()}`)
    return Answer.parse(await answer.json()).result.data
  }
  const { owner, outsider, viewer } = cookies
  const [project] = pools.project ?? []
  await ask(owner, 'organizations.update', { policies: { joinRequests: true } })
  await ask(owner, 'projects.update', { project, visibility: 'requests' })
  const make = async (cookie: string | undefined, input: object) =>
    Request.parse(await ask(cookie, 'requests.make', { reason: 'To work with you.', ...input })).request
  const add = async (name: string) =>
    Domain.parse(await ask(owner, 'domains.add', { name, mailbox: 'postmaster' })).domain
  const proven = await add('acme.test')
  const waiting = await add('acme-works.test')
  const links = linkKey(
    Buffer.from(readFileSync(join(server.data, 'instance.key'), 'utf8').trim(), 'base64url'),
  )
  const proof = await server.call('domains.verify', {
    domain: proven,
    secret: links.secret('domain-proof', proven, 1),
  })
  if (!proof.ok) throw new Error(`domains.verify: ${await proof.text()}`)
  const sent = Sent.parse(
    await ask(owner, 'invitations.send', { recipients: ['late@acme.test', 'later@acme.test'] }),
  )
  const expired = sent.map(({ result }) => result.invitation)
  timePasses(server.data, waiting, expired)
  const { items } = Members.parse(await ask(owner, 'members.list', { search: 'the', pageSize: 100 }))
  const someone = (name: string) => items.find(({ email }) => email === `${name}@acme.test`)
  const staying = [someone('admin'), someone('viewer'), someone('member')]
  const roleOf = async (level: string, key: string) =>
    Roles.parse(await ask(owner, 'roles.list', { level })).find((role) => role.key === key)?.id ?? ''
  const change = async (name: string, to: string) => {
    const role = await roleOf('organization', to)
    await ask(owner, 'members.changeRoles', { members: [someone(name)?.member], role })
    const { items } = Entries.parse(await ask(owner, 'audit.list', { pageSize: 1 }))
    return items[0]?.sequence ?? 0
  }
  return {
    joinRequest: await make(outsider, {}),
    projectRequest: await make(viewer, { project }),
    proven,
    waiting,
    expired,
    staying: staying.flatMap((one) => (one ? [one.member, one.user] : [])),
    changes: [await change('viewer', 'member'), await change('member', 'viewer')],
    sending: sends ? await firstDelivery((procedure, input) => ask(owner, procedure, input)) : null,
    viewer: await roleOf('organization', 'viewer'),
    projectViewer: await roleOf('project', 'viewer'),
    reviewers: ['admin', 'eve'].flatMap((name) => someone(name)?.member ?? []),
  }
}

/** Makes a webhook where nobody listens, and waits until the first event is on its way there. */
async function firstDelivery(ask: (procedure: string, input: object) => Promise<unknown>) {
  const { webhook } = Webhook.parse(
    await ask('webhooks.create', { name: 'Nobody', url: 'http://127.0.0.1:9/', events: ['*'] }),
  )
  await ask('webhooks.test', { webhook })
  for (;;) {
    const { items } = Deliveries.parse(await ask('webhooks.deliveries', { webhook }))
    if (items[0]) return { webhook, delivery: items[0].id }
    await pause(20)
  }
}

/** A second proof is not sent within minutes of the first, and no invitation runs out within a day. */
function timePasses(data: string, domain: string, invitations: readonly string[]): void {
  const sqlite = new Sqlite(join(data, 'roster.db'), { timeout: 5_000 })
  sqlite
    .prepare('update message set created_at = created_at - 3600000 where reference_id = ? and kind = ?')
    .run(domain, 'domain-proof')
  for (const id of invitations)
    sqlite.prepare('update invitation set expires_at = sent_at where id = ?').run(id)
  sqlite.close()
}
