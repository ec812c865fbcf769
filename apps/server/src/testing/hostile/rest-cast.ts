import { z } from 'zod'
import type { Running } from '../running.ts'
import type { Cast } from './cast.ts'
import type { Pools } from './inputs.ts'
import type { RestCast } from './rest-attack.ts'

const Made = z.object({
  result: z.object({ data: z.object({ secret: z.string(), key: z.object({ id: z.string() }) }) }),
})
const Roles = z.object({
  result: z.object({ data: z.array(z.object({ id: z.string(), key: z.string().nullable() })) }),
})
const Account = z.object({
  result: z.object({ data: z.object({ serviceAccount: z.string(), member: z.string() }) }),
})

/** The people of the cast with a key for each, a program, and keys that are worth less. */
export async function restCast(server: Running, { cookies, pools }: Cast): Promise<RestCast> {
  const ask = async (cookie: string | undefined, procedure: string, input: object) => {
    const answer = await server.call(procedure, input, {
      cookie: cookie ?? '',
      'x-forwarded-for': '198.51.100.9',
    })
    if (!answer.ok) throw new Error(`${procedure}: ${await answer.text()}`)
    return answer.json()
  }
  const rolesAt = async (level: string, organization = 'acme', cookie = cookies.owner) => {
    const { result } = Roles.parse(await ask(cookie, 'roles.list', { organization, level }))
    return new Map(result.data.map(({ id, key }) => [key ?? id, id]))
  }
  const roles = await rolesAt('organization')
  const projectRoles = await rolesAt('project')
  const keyOf = async (cookie: string | undefined, input: object) =>
    Made.parse(await ask(cookie, 'keys.create', { organization: 'acme', name: 'k', ...input })).result.data
  const { owner, admin, member, outsider } = cookies
  const bot = Account.parse(
    await ask(owner, 'serviceAccounts.create', {
      organization: 'acme',
      name: 'CI',
      role: roles.get('admin'),
    }),
  ).result.data
  const spare = await keyOf(owner, { role: roles.get('viewer') })
  const revoked = await keyOf(owner, { role: roles.get('owner') })
  await ask(owner, 'keys.revoke', { organization: 'acme', key: revoked.key.id })
  const globex = await rolesAt('organization', 'globex', outsider)
  const foreign = Made.parse(
    await ask(outsider, 'keys.create', { organization: 'globex', name: 'k', role: globex.get('owner') }),
  ).result.data
  const [project] = pools.project ?? []
  const organizationRole = (key: string) => ({ role: roles.get(key) })
  const made = {
    owner: await keyOf(owner, organizationRole('owner')),
    admin: await keyOf(admin, organizationRole('admin')),
    member: await keyOf(member, organizationRole('member')),
    viewing: await keyOf(owner, organizationRole('viewer')),
    webhooks: await keyOf(owner, { ...organizationRole('owner'), permissions: ['webhooks.manage'] }),
    checks: await keyOf(owner, { ...organizationRole('owner'), permissions: CHECKING }),
    project: await keyOf(owner, { role: projectRoles.get('admin'), project }),
    program: await keyOf(owner, { ...organizationRole('admin'), for: bot.member }),
  }
  return {
    own: Object.values(made).map(({ key }) => key.id),
    keys: {
      ...Object.fromEntries(Object.entries(made).map(([name, { secret }]) => [name, secret])),
      foreign: foreign.secret,
      revoked: revoked.secret,
      none: 'rst_000000000000000000000000000000000000',
    },
    pools: onTheWire({
      ...pools,
      ...MORE,
      key: [spare.key.id, foreign.key.id],
      serviceAccount: [bot.serviceAccount],
      service_account: [bot.serviceAccount],
      for: [bot.member, null],
      subject: [...(pools.person ?? ['unknown']), 'ada@acme.test', 'the-eve', bot.serviceAccount],
      reviewers: pools.members ?? ['unknown'],
    }),
  }
}

/** What a key needs to ask what others may do. */
const CHECKING = ['organization.read', 'members.read', 'projects.read', 'project.members.read']
/** Some time in the next year, whenever this runs in this one. */
const FAR = Date.now() + 30 * 24 * 60 * 60_000

/** What is well, or looks so, in fields that only programs fill in. */
const MORE: Pools = {
  permission: ['members.read', 'project.read', 'organization.delete', 'keys.create', 'members.raed'],
  permissions: ['members.read', 'invitations.send', 'project.content.edit', 'everything'],
  url: [
    'https://hooks.example.org/roster',
    'http://127.0.0.1:9/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:1/',
    'http://localhost./',
    'http://ａcme.test/',
    'https://user:pass@example.org/',
    'https://example.org:0/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:25/_x',
    'https://example.org/\r\nX: y',
    'HTTPS://EXAMPLE.ORG',
    'https://',
  ],
  events: ['member.*', 'member.removed', '*', 'nothing.*', '**'],
  from: ['2026-11-20', '2026-11-22', '2026-02-30', '0000-01-01', '9999-12-31'],
  to: ['2026-11-22', '2026-11-23', '2027-01-01', '+275760-09-13'],
  as_of: ['2026-11-22', '2026-11-01', '2030-01-01'],
  expires_at: [
    new Date(FAR).toISOString(),
    '2020-01-01T00:00:00Z',
    '2026-12-01T00:00:00+14:00',
    '9999-12-31T23:59:59.999Z',
    '2026-02-30T00:00:00Z',
    '2026-12-01',
    1_800_000_000_000,
    null,
  ],
  deadline: [new Date(FAR).toISOString(), '2026-11-21T00:00:00Z', '9999-12-31T00:00:00Z'],
  entry: [1, 2, 3, 10, 30, 60, 100, 9_999],
  entries: [1, 2, 3, 10, 30, 60, 100],
  order_by: ['name', '-name', 'joined', '-', '--name'],
  page: [1, 2, 1_000_000],
  page_size: [1, 25, 100, 101],
  kind: ['invitation', 'welcome', 'joining'],
  slug: ['acme', 'globex'],
}

/** The pools by the names that fields have on the wire. */
function onTheWire(pools: Pools): Pools {
  return Object.fromEntries(
    Object.entries(pools).map(([name, values]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      values,
    ]),
  )
}
