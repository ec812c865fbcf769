import { begin, GRACE } from '../src/crowd.ts'
import { invite, join } from '../src/steps.ts'
import { hides, shows, story } from '../src/story.ts'

story(
  'D24 D42 O5 an organization writes in its own words, and shows new members what to do first',
  { timeout: 180_000 },
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)

    await ada.goto('/acme/settings/messages')
    const letter = ada.getByRole('region', { name: 'Invitation mail' })
    await letter.getByLabel('Subject').fill('Come to us')
    await shows(letter.getByText('it must name {organization}', { exact: false }))
    await letter.getByLabel('Subject').fill('{organization} needs you')
    await letter.getByLabel('Text').fill('We meet on Mondays. Ask {inviter}.')
    await letter.getByRole('button', { name: 'Preview' }).click()
    await shows(ada.getByRole('dialog', { name: 'Acme needs you' }))
    await ada.getByRole('button', { name: 'Close preview' }).click()
    await letter.getByRole('button', { name: 'Save text' }).click()
    await shows(ada.getByText('Text saved'))

    await ada.goto('/acme/settings/first-steps')
    for (const [at, title] of [
      [1, 'Read the handbook'],
      [2, 'Say hello'],
    ] as const) {
      await ada.getByRole('button', { name: 'Add step' }).click()
      const step = ada.getByRole('listitem').filter({ hasText: `Step ${at}` })
      await step.getByLabel('Title').fill(title)
    }
    await ada.getByRole('button', { name: 'Move Say hello up' }).click()
    await ada.getByRole('button', { name: 'Save steps' }).click()
    await shows(ada.getByText('First steps saved'))

    await invite(ada, GRACE.email)
    const mail = await mailbox.waitFor(GRACE.email, 'Acme needs you')
    if (!mail.text.includes('> We meet on Mondays. Ask Ada Lovelace.')) throw new Error(mail.text)
    const link = mail.links.find((one) => one.includes('#')) ?? ''

    const grace = await as('grace')
    await join(grace, link, GRACE)
    await shows(grace.getByRole('heading', { name: 'First steps at Acme' }))
    await grace.getByRole('checkbox', { name: 'Say hello' }).check()
    await shows(grace.getByText('1 of 2 done'))
    await grace.reload()
    await shows(grace.getByText('1 of 2 done'))
    // Clicked, not checked: with the last step done the list goes, and its boxes with it.
    await grace.getByRole('checkbox', { name: 'Read the handbook' }).click()
    await hides(grace.getByRole('heading', { name: 'First steps at Acme' }))
  },
)
