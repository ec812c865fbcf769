import type { Server } from './children.ts'
import type { Installation } from './installation.ts'
import { type Ask, field, once } from './load.ts'
import { firstPage, LIST } from './reading.ts'
import type { Measure } from './rounds.ts'

/** How many keys work at the same time; an organization may have no more. */
export const KEYS = 1_000
const KEYS_AN_ACCOUNT = 100
const ASKED_ABOUT = 200
/** Questions of one batch. */
export const BATCH = 100
const NAME = 'bench'
/** One that every member holds, and one that hardly anybody does: a no costs another thing than a yes. */
const PERMISSIONS = ['projects.read', 'members.update'] as const

const SAMPLE: Ask = { input: { organization: 'acme' } }

/** What programs pay: their list and their questions beside what pages ask for the same, and beside the bare framework. */
export async function programs(server: Server, installation: Installation): Promise<readonly Measure[]> {
  const { members } = installation
  const keys = await freshKeys(server, installation)
  const subjects = await someMembers(server, installation)
  const [key = ''] = keys
  const any = <T>(of: readonly T[], otherwise: NoInfer<T>): T =>
    of[Math.floor(Math.random() * of.length)] ?? otherwise
  const permission = () => any(PERMISSIONS, PERMISSIONS[0])
  const question = () => ({ subject: any(subjects, ''), permission: permission() })
  const rest = (what: string, path: string, input: () => object, by = () => key): Measure => ({
    what,
    members,
    call: { server, path, ask: () => ({ key: by(), input: input() }) },
  })
  const batch = () => ({ checks: Array.from({ length: BATCH }, question) })
  return [
    { what: 'tRPC, list', members, call: { server, path: LIST, ask: firstPage(installation) } },
    {
      what: 'tRPC, permission',
      members,
      call: { server, path: '/trpc/organizations.get', ask: { ...SAMPLE, token: installation.owner } },
    },
    {
      what: 'REST, list',
      members,
      call: { server, path: '/api/v1/organizations/acme/members', method: 'GET', ask: { key } },
    },
    rest('REST, check', '/api/v1/check', question),
    rest(`REST, check of ${BATCH} at once`, '/api/v1/check/batch', batch),
    rest(`REST, check by any of ${KEYS.toLocaleString('en')} keys`, '/api/v1/check', question, () =>
      any(keys, key),
    ),
    rest('AuthZEN, evaluation', '/access/v1/evaluation', () => ({
      subject: { type: 'user', id: any(subjects, '') },
      action: { name: permission() },
      resource: { type: 'organization', id: 'acme' },
    })),
  ]
}

/** As many keys as an organization may have, of programs made for this run; those of an earlier one are gone. */
async function freshKeys(server: Server, { owner, roles }: Installation): Promise<readonly string[]> {
  const ask = async (procedure: string, input: object) =>
    once({
      server,
      path: `/trpc/${procedure}`,
      ask: { token: owner, input: { organization: 'acme', ...input } },
    })
  const listed = field(await ask('serviceAccounts.list', { search: NAME, pageSize: 100 }), 'items')
  for (const account of Array.isArray(listed) ? listed : [])
    await ask('serviceAccounts.remove', { serviceAccount: field(account, 'id') })
  const secrets: string[] = []
  for (let account = 0; account < KEYS / KEYS_AN_ACCOUNT; account += 1) {
    const made = await ask('serviceAccounts.create', { name: `${NAME} ${account}`, role: roles.member })
    for (let key = 0; key < KEYS_AN_ACCOUNT; key += 1) {
      const kept = await ask('keys.create', { name: NAME, role: roles.member, for: field(made, 'member') })
      secrets.push(String(field(kept, 'secret')))
    }
  }
  return secrets
}

/** Members from all over the list. */
async function someMembers(
  server: Server,
  { owner: token, members }: Installation,
): Promise<readonly string[]> {
  const pages = Math.max(1, Math.floor(members / 25))
  const users: string[] = []
  for (let place = 0; users.length < ASKED_ABOUT; place += 1) {
    const page = 1 + Math.floor((place * pages) / (ASKED_ABOUT / 25))
    const input = { organization: 'acme', page: Math.min(page, pages) }
    const items = field(await once({ server, path: LIST, ask: { token, input } }), 'items')
    for (const item of Array.isArray(items) ? items : []) users.push(String(field(item, 'user')))
  }
  return users
}
