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
  const own = await keyOf(owner, { role: roles.get('owner') })
  return {
    own: own.key.id,
    keys: {
      owner: own.secret,
      admin: (await keyOf(admin, { role: roles.get('admin') })).secret,
      member: (await keyOf(member, { role: roles.get('member') })).secret,
      viewing: (await keyOf(owner, { role: roles.get('viewer') })).secret,
      project: (await keyOf(owner, { role: projectRoles.get('admin'), project })).secret,
      program: (await keyOf(owner, { role: roles.get('admin'), for: bot.member })).secret,
      foreign: foreign.secret,
      revoked: revoked.secret,
      none: 'rst_000000000000000000000000000000000000',
    },
    pools: onTheWire({
      ...pools,
      key: [spare.key.id, foreign.key.id],
      serviceAccount: [bot.serviceAccount],
      service_account: [bot.serviceAccount],
      for: [bot.member, null],
    }),
  }
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
