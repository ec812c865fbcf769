import type { House } from './house.ts'
import type { Things } from './things.ts'

/** What may come back for an id of another organization. */
type Answer = 'not-found' | 'link-invalid' | 'cursor-invalid' | 'nothing'

export interface Swap {
  /** The field in which the other organization's id stands. */
  readonly field: string
  readonly input: (acme: Things, globex: Things, home: House) => unknown
  readonly answer: Answer
}

export const swap = (field: string, input: Swap['input'], answer: Answer = 'not-found'): Swap => ({
  field,
  input,
  answer,
})
export const inAcme =
  (fields: (globex: Things, acme: Things) => object): Swap['input'] =>
  ({ organization, ...acme }, globex) => ({ organization, ...fields(globex, { organization, ...acme }) })

/** Lists with cursors, each with one page more than its first in globex. */
type Cursored = 'members' | 'invitations' | 'audit' | 'groups' | 'requests' | 'keys' | 'serviceAccounts'

/** The cursor of the same list of globex. */
export const otherCursor = (path: Cursored) =>
  swap(
    'cursor',
    async ({ organization }, _, home) => ({ organization, pageSize: 1, cursor: await cursorIn(home, path) }),
    'cursor-invalid',
  )

async function cursorIn(of: House, list: Cursored): Promise<string> {
  const organization = of.globex
  const page = { organization, pageSize: 1 }
  const caller = of.as('outsider')
  const pages = {
    members: () => caller.members.list(page),
    invitations: () => caller.invitations.list({ ...page, status: 'all' }),
    audit: () => caller.audit.list(page),
    groups: () => caller.groups.list(page),
    requests: () => caller.requests.list(page),
    keys: () => caller.keys.list(page),
    serviceAccounts: () => caller.serviceAccounts.list(page),
  }
  const { nextCursor } = await pages[list]()
  if (nextCursor === null) throw new Error(`globex has only one of ${list}`)
  return nextCursor
}
