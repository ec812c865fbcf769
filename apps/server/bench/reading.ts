import { dayAt } from '@roster/domain'
import type { Server } from './children.ts'
import type { Installation } from './installation.ts'
import { type Ask, field, once } from './load.ts'
import { SEARCHED } from './names.ts'
import type { Measure } from './rounds.ts'

const PAGE = 25
/** How deep a deep page is. */
const DEEP = 0.9
/** Filtered lists are counted up to a thousand: the last page there is a number for. */
const LAST_COUNTED_PAGE = 40

export const LIST = '/trpc/members.list'

/** The first page of members, as the page of a dashboard asks for it. */
export function firstPage({ owner }: Installation): Ask {
  return { token: owner, input: { organization: 'acme' } }
}

/** What reading costs at one size: the session alone, a permission, and the list in every manner. */
export async function readings(server: Server, installation: Installation): Promise<readonly Measure[]> {
  const { owner: token, members } = installation
  const procedure = (what: string, path: string, input: object): Measure => ({
    what,
    members,
    call: { server, path: `/trpc/${path}`, ask: { token, input } },
  })
  const list = (what: string, input: object) =>
    procedure(`list, ${what}`, 'members.list', { organization: 'acme', ...input })
  const page = Math.ceil((members / PAGE) * DEEP)
  const cursor = async (input: object) => {
    const ask = { token, input: { organization: 'acme', page, ...input } }
    const next = field(await once({ server, path: LIST, ask }), 'nextCursor')
    if (typeof next !== 'string') throw new Error('there is no page behind the deep one')
    return { cursor: next, ...input }
  }
  return [
    procedure('session', 'identity.status', {}),
    procedure('who am I', 'identity.me', {}),
    procedure('permission', 'organizations.get', { organization: 'acme' }),
    list('first page', {}),
    list('90 % deep, by number', { page }),
    list('90 % deep, by cursor', await cursor({})),
    list('search, common name', { search: SEARCHED.common }),
    list('search, common name, page 40', { search: SEARCHED.common, page: LAST_COUNTED_PAGE }),
    list('search, rare name', { search: SEARCHED.rare }),
    list('search, two words', { search: SEARCHED.both }),
    list('search, nobody', { search: 'qqqxyz' }),
    list('by email', { sort: 'email' }),
    list('by email, 90 % deep, by number', { sort: 'email', page }),
    list('by email, 90 % deep, by cursor', await cursor({ sort: 'email' })),
    list('by last active', { sort: 'active', direction: 'desc' }),
    list('as of half-way', halfWay),
    list('as of half-way, 90 % deep, by cursor', await deepIn(server, token, halfWay)),
    list('as of a year ago', { asOf: daysAgo(365) }),
    list('as of the third day', { asOf: daysAgo(FIVE_YEARS - 2) }),
    list('as of half-way, search', { ...halfWay, search: SEARCHED.rare }),
  ]
}

/** The cursor of a page as deep in the list of an earlier day; that day's pages are numbered by its own total. */
async function deepIn(server: Server, token: string, input: object): Promise<object> {
  const ask = (page: number) =>
    once({ server, path: LIST, ask: { token, input: { organization: 'acme', page, ...input } } })
  const page = Math.ceil((Number(field(await ask(1), 'total')) / PAGE) * DEEP)
  return { ...input, cursor: String(field(await ask(page), 'nextCursor')) }
}

const FIVE_YEARS = 1_826
const DAY_MS = 86_400_000
const daysAgo = (days: number) => dayAt(Date.now() - days * DAY_MS)
/** Half of five years: when half of those who are members now had joined, and many who have left were there. */
const halfWay = { asOf: daysAgo(FIVE_YEARS / 2) }

/** What the transport alone costs. */
export function constants(server: Server): readonly Measure[] {
  const ask = { input: { organization: 'acme' } }
  return [
    {
      what: 'bare Fastify, constant',
      members: null,
      call: { server, path: '/bare', method: 'GET', ask: {} },
    },
    { what: 'stock tRPC, constant', members: null, call: { server, path: '/trpc/constant', ask } },
    {
      what: 'stock tRPC, a page of 25 as constant',
      members: null,
      call: { server, path: '/trpc/page', ask },
    },
  ]
}
