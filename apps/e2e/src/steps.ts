import type { Locator, Page } from 'playwright-core'
import { shows } from './look.ts'
import type { Roster } from './roster.ts'

/** What everybody in a story chooses; each product is thrown away with its story. */
export const PASSWORD = 'correct horse battery staple'

export const DAY = 86_400_000

/** Opens the printed link, and makes the first owner, Ada Lovelace, and the organization Acme. */
export async function setUp(roster: Roster, owner: Page): Promise<void> {
  await owner.goto(await roster.setUpLink())
  await fillAccount(owner, { name: 'Ada Lovelace', username: 'ada-lovelace', email: 'ada@acme.test' })
  await owner.getByRole('button', { name: 'Continue' }).click()
  await owner.getByLabel('Name of the organization').fill('Acme')
  await owner.getByRole('button', { name: 'Create Acme' }).click()
  await shows(owner.getByRole('heading', { level: 1, name: 'Acme' }))
}

/** Fills the form of a new account; an address that is given already is left as it is. */
export async function fillAccount(
  page: Page,
  account: { readonly name: string; readonly username: string; readonly email?: string },
): Promise<void> {
  await page.getByLabel('Your name').fill(account.name)
  await page.getByLabel('Username').fill(account.username)
  const address = page.getByLabel('Email address')
  if (account.email && (await address.isEditable())) await address.fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
}

/** Invites people from the members page; `role` is what the picker calls it. */
export async function invite(page: Page, recipients: string, role?: string): Promise<void> {
  await page.goto('/acme/members?invite=true')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email addresses or usernames').fill(recipients)
  await dialog.getByLabel('Email addresses or usernames').press('Enter')
  if (role) await dialog.getByRole('radio', { name: role }).check()
  if (role === 'Admin' || role === 'Owner')
    await dialog.getByRole('checkbox', { name: /^Give the role/ }).check()
  await dialog.getByRole('button', { name: /^Invite \d/ }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
}

/** Opens an invitation as somebody without an account, makes one, and joins Acme. */
export async function join(
  page: Page,
  link: string,
  account: { readonly name: string; readonly username: string },
): Promise<void> {
  await page.goto(link)
  await fillAccount(page, account)
  await page.getByRole('button', { name: /join Acme/ }).click()
  await shows(page.getByRole('heading', { level: 1, name: 'Acme' }))
}

/** Fills the form of sign-in, wherever the page shows it. */
export async function signIn(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /Sign in/ }).click()
}

/** The row of a table that holds the words. */
export function row(page: Page, words: RegExp): Locator {
  return page.getByRole('row', { name: words })
}

/** Picks an entry of the menu at the end of a row. */
export async function act(page: Page, words: RegExp, entry: string | RegExp): Promise<void> {
  await row(page, words)
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Ticks a row. */
export async function tick(page: Page, words: RegExp): Promise<void> {
  await row(page, words).getByRole('checkbox').check()
}
