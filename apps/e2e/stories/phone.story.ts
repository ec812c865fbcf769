import type { Page } from 'playwright-core'
import { ALAN, begin, GRACE, gatherIn } from '../src/crowd.ts'
import { row, tick } from '../src/steps.ts'
import { axe, expect, hides, shows, story } from '../src/story.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }

/** Nothing on the page lies beyond its right edge. */
async function fits(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(wide, `${page.url()} scrolls sideways`).toBe(room)
}

story('on a phone of 360 pixels people are found, ticked, changed and invited', async ({ roster, as }) => {
  const ada = await as('ada', PHONE)
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE, ALAN])
  await ada.goto('/acme')
  await shows(ada.getByRole('heading', { level: 1, name: 'Acme' }))
  await fits(ada)

  await ada.getByRole('button', { name: 'Open navigation' }).click()
  const sheet = ada.getByRole('dialog', { name: 'Navigation' })
  await axe(ada)
  await sheet.getByRole('link', { name: 'Members' }).click()
  await hides(sheet)
  await shows(row(ada, /Grace Hopper/))
  await fits(ada)

  await tick(ada, /Grace Hopper/)
  await tick(ada, /Alan Turing/)
  const bar = ada.getByRole('region', { name: 'Selected' })
  await shows(bar.getByText('2 selected'))
  const box = await bar.boundingBox()
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(PHONE.viewport.height)
  await axe(ada)
  await fits(ada)
  await bar.getByRole('button', { name: 'Clear selection' }).click()

  await row(ada, /Grace Hopper/)
    .getByRole('button', { name: 'Actions for Grace Hopper' })
    .click()
  await ada.getByRole('menuitem', { name: 'Change role' }).click()
  const roles = ada.getByRole('dialog', { name: 'Change the role of Grace Hopper' })
  await roles.getByRole('radio', { name: 'Viewer' }).check()
  await fits(ada)
  await roles.getByRole('button', { name: 'Change role' }).click()
  await shows(row(ada, /Grace Hopper.*Viewer/))

  await ada.getByRole('button', { name: 'Invite people' }).first().click()
  const dialog = ada.getByRole('dialog', { name: 'Invite people to Acme' })
  await dialog.getByLabel('Email addresses or usernames').fill('mary@moon.test,')
  await fits(ada)
  await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
  await shows(ada.getByRole('dialog', { name: '1 person invited to Acme' }))
  await fits(ada)
  await ada.getByRole('button', { name: 'Done' }).click()
  await ada.getByRole('link', { name: /^Invitations/ }).click()
  await shows(row(ada, /mary@moon\.test/))
  await fits(ada)

  for (const path of [
    '/',
    '/new',
    '/acme/roles',
    '/acme/audit',
    '/acme/settings',
    '/acme/settings/policies',
  ]) {
    await ada.goto(path)
    await shows(ada.getByRole('heading', { level: 1 }))
    await fits(ada)
  }
  for (const path of ['/acme/settings/leave', '/account', '/account/security', '/account/invitations']) {
    await ada.goto(path)
    await shows(ada.getByRole('heading', { level: 1 }))
    await fits(ada)
  }
})

story('on a phone a guest reads an invitation and joins', async ({ roster, as, mailbox }) => {
  const ada = await as('ada', PHONE)
  await begin(roster, ada)
  await ada.goto('/acme/members?invite=true')
  const dialog = ada.getByRole('dialog')
  await dialog.getByLabel('Email addresses or usernames').fill('grace@navy.test,')
  await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
  await ada.getByRole('button', { name: 'Done' }).click()

  const grace = await as('grace', PHONE)
  await grace.goto(await mailbox.linkFor('grace@navy.test'))
  await shows(grace.getByRole('heading', { name: 'Ada Lovelace invites you to Acme' }))
  await fits(grace)
  await grace.getByLabel('Your name').fill('Grace Hopper')
  await grace.getByLabel('Password', { exact: true }).fill('correct horse battery staple')
  await grace.getByRole('button', { name: 'Create account and join Acme' }).click()
  await shows(grace.getByRole('heading', { level: 1, name: 'Acme' }))
})
