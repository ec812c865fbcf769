import type { Page } from 'playwright-core'
import { shows } from './look.ts'
import type { Roster } from './roster.ts'

/** What everybody in a story chooses; each product is thrown away with its story. */
export const PASSWORD = 'correct horse battery staple'

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
  if (account.email) await page.getByLabel('Email address').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
}

/** Invites people from the members page; `role` is what the picker calls it. */
export async function invite(page: Page, recipients: string, role?: string): Promise<void> {
  await page.goto('/acme/members?invite=true')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email addresses or usernames').fill(recipients)
  await dialog.getByLabel('Email addresses or usernames').press('Enter')
  if (role) await dialog.getByRole('radio', { name: role }).check()
  const sure = dialog.getByRole('checkbox', { name: /^Give the role/ })
  if (role === 'Admin' || role === 'Owner') await sure.check()
  await dialog.getByRole('button', { name: /^Invite/ }).click()
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
  await page.getByRole('button', { name: /Join Acme/ }).click()
  await shows(page.getByRole('heading', { level: 1, name: 'Acme' }))
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
