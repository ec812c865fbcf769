import { test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { openMailbox } from './mailbox.ts'
import { gather } from './people.ts'
import { type Settings, startRoster } from './roster.ts'

export { expect } from 'vitest'
export { axe } from './axe.ts'
export { counts, hides, reads, shows } from './look.ts'
export { lookAt } from './look-at.ts'
export { shot } from './shot.ts'

const settings: Settings = {}

/**
 * A story: a test with a product of its own, everybody's mailboxes, and people in front of browsers. It fails when a
 * console is not silent, when a page asks a foreign host, and when the server logs a bug.
 */
export const story = test
  // Environment variables for the server: `story.override('settings', { ROSTER_SIGN_UP: 'open' })`.
  .extend('settings', settings)
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('mailbox', async ({}, { onCleanup }) => {
    const mailbox = await openMailbox()
    onCleanup(() => mailbox.close())
    return mailbox
  })
  .extend('roster', async ({ mailbox, settings, onTestFailed }, { onCleanup }) => {
    const roster = await startRoster({ ROSTER_SMTP_URL: mailbox.url, ...settings })
    onTestFailed(() => console.error(roster.output()))
    onCleanup(async () => {
      const bugs = roster.bugs()
      await roster.remove()
      if (bugs.length > 0) throw new Error(`The server logged a bug:\n${bugs.join('\n')}`)
    })
    return roster
  })
  .extend('people', async ({ browser, roster, task }, { onCleanup }) => {
    const people = gather(browser, roster.url)
    onCleanup(async () => {
      const troubles = people.troubles()
      if (troubles.length > 0 || task.result?.state === 'fail') await people.picture(task.name)
      await people.leave()
      if (troubles.length > 0) throw new Error(`A browser complained:\n${troubles.join('\n')}`)
    })
    return people
  })
  .extend('as', ({ people }) => people.as)
  .extend('forgive', ({ people }) => people.forgive)
