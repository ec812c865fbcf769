import type { Page } from 'playwright-core'
import { at, call } from './api.ts'
import type { Roster } from './roster.ts'
import { PASSWORD } from './steps.ts'

/** Somebody a story needs to be there, without telling how they came. */
export interface Person {
  readonly name: string
  readonly username: string
  readonly email: string
}

export const ADA: Person = { name: 'Ada Lovelace', username: 'ada-lovelace', email: 'ada@acme.test' }
export const GRACE: Person = { name: 'Grace Hopper', username: 'grace-hopper', email: 'grace@navy.test' }
export const ALAN: Person = { name: 'Alan Turing', username: 'alan-turing', email: 'alan@bletchley.test' }
export const MARY: Person = { name: 'Mary Somerville', username: 'mary-somerville', email: 'mary@moon.test' }
export const JOAN: Person = { name: 'Joan Clarke', username: 'joan-clarke', email: 'joan@bletchley.test' }

type RoleKey = 'owner' | 'admin' | 'member' | 'viewer'

/** Makes Ada the owner of Acme in no time, and opens its home; the set-up story tells how it is really done. */
export async function begin(roster: Roster, ada: Page): Promise<void> {
  const [, secret = ''] = (await roster.setUpLink()).split('#')
  const organization = { name: 'Acme', slug: 'acme' }
  await call(ada.request, roster.url, 'identity.setUp', { secret, ...ADA, password: PASSWORD, organization })
}

/** Has them join Acme through copied links, so that no mail is read for it; `owner` invites. */
export async function gatherIn(
  roster: Roster,
  owner: Page,
  people: readonly Person[],
  role: RoleKey = 'member',
): Promise<void> {
  const roles = await call(owner.request, roster.url, 'roles.list', { organization: 'acme' })
  const ofKey = Array.isArray(roles) ? roles.find((one: unknown) => at(one, 'key') === role) : undefined
  const sent = await call(owner.request, roster.url, 'invitations.send', {
    organization: 'acme',
    recipients: people.map(({ email }) => email),
    role: at(ofKey, 'id'),
    welcome: false,
  })
  for (const [nth, person] of people.entries()) {
    await joinBy(roster, owner, person, String(at(sent, nth, 'result', 'link')))
  }
}

/** Has somebody make their account and join through an invitation's link, without the pages. */
export async function joinBy({ url }: Roster, owner: Page, person: Person, link: string): Promise<void> {
  const [, id = '', secret = ''] = /invitations\/(\w+)#(.+)$/.exec(link) ?? []
  const browser = owner.context().browser()
  if (!browser) throw new Error('The owner sits in front of no browser.')
  const visitor = await browser.newContext()
  try {
    const account = { ...person, password: PASSWORD }
    await call(visitor.request, url, 'identity.signUp', { ...account, invitation: { id, secret } })
    await call(visitor.request, url, 'invitations.accept', { invitation: id, secret })
  } finally {
    await visitor.close()
  }
}

/** Signs somebody in without the form. */
export async function enter({ url }: Roster, page: Page, { email }: Person): Promise<void> {
  await call(page.request, url, 'identity.signIn', { email, password: PASSWORD })
}
