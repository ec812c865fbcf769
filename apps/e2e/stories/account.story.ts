import type { Page } from 'playwright-core'
import { ADA, begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { DAY, PASSWORD, signIn } from '../src/steps.ts'
import { axe, expect, hides, shows, story } from '../src/story.ts'

story(
  'a forgotten password is reset by mail, which ends the session left open elsewhere',
  async ({ roster, as, mailbox, forgive }) => {
    const laptop = await as('laptop')
    forgive(laptop, /status of 4\d\d/)
    await begin(roster, laptop)
    await laptop.goto('/acme/members')
    await shows(laptop.getByRole('heading', { level: 1, name: 'Members' }))

    const phone = await as('phone')
    forgive(phone, /status of 4\d\d/)
    await phone.goto('/sign-in')
    await signIn(phone, ADA.email, 'not the password')
    await shows(phone.getByText('The email address or the password is not right.'))
    await phone.getByRole('link', { name: 'Forgot it?' }).click()
    await shows(phone.getByRole('heading', { name: 'Forgot your password?' }))
    await phone.getByLabel('Email address').fill(ADA.email)
    await phone.getByRole('button', { name: 'Send the link' }).click()
    await shows(phone.getByRole('heading', { name: 'Look into your mail' }))

    const link = await mailbox.linkFor(ADA.email, 'Reset your password')
    await phone.goto(link)
    await phone.getByLabel('New password').fill('another horse, another battery')
    await phone.getByRole('button', { name: 'Save and sign in' }).click()
    await shows(phone.getByRole('heading', { level: 1, name: 'My organizations' }))
    await mailbox.waitFor(ADA.email, 'Your password was changed')

    await shows(laptop.getByText('Your session has ended'))
    await signIn(laptop, ADA.email, 'another horse, another battery')
    await shows(laptop.getByRole('heading', { level: 1, name: 'Members' }))

    await phone.goto(link)
    await phone.getByLabel('New password').fill('a third horse with a battery')
    await phone.getByRole('button', { name: 'Save and sign in' }).click()
    await shows(phone.getByRole('heading', { name: 'This link is not valid any more' }))
  },
)

story(
  'an address is changed once the new mailbox has confirmed it, and the old one is told',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await ada.goto('/account')
    await ada.getByRole('button', { name: 'Change address' }).click()
    const dialog = ada.getByRole('dialog', { name: 'Change email address' })
    await dialog.getByLabel('New address').fill('ada@lovelace.test')
    await dialog.getByLabel('Your password', { exact: true }).fill(PASSWORD)
    await axe(ada)
    await dialog.getByRole('button', { name: 'Send the mail' }).click()
    await shows(ada.getByText('A mail is on its way to ada@lovelace.test'))
    await shows(ada.getByText(ADA.email, { exact: true }))

    await ada.goto(await mailbox.linkFor('ada@lovelace.test', 'Confirm your new email address'))
    await ada.getByRole('button', { name: 'Use this address' }).click()
    await shows(ada.getByRole('heading', { name: 'Your email address is changed' }))
    await mailbox.waitFor(ADA.email, 'Your email address was changed')
    await ada.goto('/account')
    await shows(ada.getByText('ada@lovelace.test', { exact: true }))
    await shows(ada.getByText('Verified', { exact: true }))
  },
)

story('the list of sessions ends the one on another device', async ({ roster, as, forgive }) => {
  const laptop = await as('laptop')
  await begin(roster, laptop)
  const phone = await as('phone')
  forgive(phone, /status of 4\d\d/)
  await enter(roster, phone, ADA)
  await phone.goto('/acme/members')
  await shows(phone.getByRole('heading', { level: 1, name: 'Members' }))

  await laptop.goto('/account/security')
  await shows(laptop.getByText('This session'))
  await laptop.getByRole('button', { name: /^End session on/ }).click()
  await shows(laptop.getByText(/^Session on .* ended$/))
  await hides(laptop.getByRole('button', { name: /^End session on/ }))
  await shows(phone.getByText('Your session has ended'))
})

story(
  'a session idles out after a week, and signing in again leads back',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    forgive(ada, /status of 401/)
    await begin(roster, ada)
    await ada.goto('/acme/members')
    await shows(ada.getByRole('heading', { level: 1, name: 'Members' }))
    await shows(ada.getByRole('row', { name: /Ada Lovelace/ }))
    await answered(ada)
    await roster.advance(8 * DAY)

    // Pressed without being pointed at first: that alone asks for the page, and tells that the session is over.
    await ada.getByRole('link', { name: 'Audit' }).dispatchEvent('click')
    await shows(ada.getByText('Your session has ended'))
    await signIn(ada, ADA.email)
    await shows(ada.getByRole('heading', { level: 1, name: 'Audit' }))
  },
)

story('a member who goes deletes their account, and the list forgets them', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE])
  await ada.goto('/acme/members')
  await shows(ada.getByRole('row', { name: /Grace Hopper/ }))

  const grace = await as('grace')
  await enter(roster, grace, GRACE)
  await grace.goto('/account')
  await grace.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = grace.getByRole('alertdialog', { name: 'Delete the account @grace-hopper?' })
  await dialog.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await dialog.getByLabel(/^Type/).fill('grace-hopper')
  await axe(grace)
  await dialog.getByRole('button', { name: 'Delete my account' }).click()
  await shows(grace.getByRole('heading', { name: 'Sign in to Roster' }))
  await hides(ada.getByRole('row', { name: /Grace Hopper/ }))
  await ada.goto('/acme/audit')
  await shows(ada.getByText(/left by deleting their account/))
  expect(await ada.getByText(GRACE.name).count()).toBe(0)
})

/** Waits until nothing the page has asked for is under way: what is asked from now on is asked by the next press. */
async function answered(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const count = () => page.evaluate(() => performance.getEntriesByType('resource').length)
      const before = await count()
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
      return (await count()) === before
    })
    .toBe(true)
}
