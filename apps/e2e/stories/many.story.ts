import { begin } from '../src/crowd.ts'
import { expect, reads, shows, story } from '../src/story.ts'

const GOOD = Array.from({ length: 490 }, (_, nth) => `person-${nth + 1}@many.test`)
const BAD = [
  '@',
  'nobody',
  'no@dot',
  'a@b@c.test',
  '<x@y>',
  'two..dots@many.test',
  '.dot@many.test',
  'x@-y.test',
]

story(
  'T14 T17 five hundred addresses are pasted: the bad ones are marked, the good ones go, each with its result',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await ada.goto('/acme/members?invite=true')
    const dialog = ada.getByRole('dialog', { name: 'Invite people to Acme' })
    const field = dialog.getByLabel('Email addresses or usernames')
    await field.focus()
    const list = [...GOOD.slice(0, 245), ...BAD, 'ada@acme.test', ...GOOD.slice(245)].join('\n')
    const began = performance.now()
    await field.evaluate((input, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, list)
    await shows(dialog.getByRole('button', { name: 'Invite 490 people' }))
    expect(performance.now() - began).toBeLessThan(5_000)
    await shows(dialog.getByRole('button', { name: /^nobody, .*(invalid|not)/i }))
    await reads(dialog, '490 people to invite')
    await field.fill(`${GOOD[0]},`)
    await reads(dialog, '1 was in the list already')

    await dialog.getByRole('button', { name: 'Invite 490 people' }).click()
    await shows(ada.getByRole('dialog', { name: '490 people invited to Acme' }))
    const results = ada.getByRole('dialog').getByRole('list', { name: 'Results' })
    await reads(ada.getByRole('dialog'), `490 invited · ${BAD.length + 1} not invited`)
    await shows(results.getByRole('listitem').filter({ hasText: 'no@dot' }).getByText('Not invited'))
    await shows(
      results
        .getByRole('listitem')
        .filter({ hasText: 'ada@acme.test' })
        .getByText(/member already/),
    )
    await ada.getByRole('button', { name: /^Show all/ }).click()
    await shows(results.getByRole('listitem').filter({ hasText: 'person-490@' }).getByText('Invited'))
    await ada.getByRole('button', { name: 'Done' }).click()

    await ada.goto('/acme/members/invitations')
    await reads(ada.getByRole('main'), '1–25 of 490')
    await expect.poll(() => mailbox.letters().length, { timeout: 60_000, interval: 250 }).toBe(490)
    expect(new Set(mailbox.letters().map(({ to }) => to)).size).toBe(490)
  },
)
