import { describe } from 'vitest'
import { begin, GRACE } from '../src/crowd.ts'
import { invite } from '../src/steps.ts'
import { expect, lookAt, shows, story } from '../src/story.ts'

story('the mailbox of development is nowhere in production', async ({ roster, as, forgive }) => {
  const ada = await as('ada')
  forgive(ada, /status of 404/)
  await begin(roster, ada)
  await ada.goto('/mailbox')
  await shows(ada.getByRole('heading', { name: 'There is nothing here' }))
})

describe('in development', () => {
  story.override('settings', { NODE_ENV: 'development', ROSTER_SMTP_URL: '' })

  story(
    'the mailbox shows what would have been sent, and its link joins',
    async ({ roster, as, mailbox }) => {
      const ada = await as('ada')
      await begin(roster, ada)
      await ada.goto('/mailbox')
      await shows(ada.getByText('No mail yet'))
      await lookAt(ada, 'mailbox-empty')
      await invite(ada, GRACE.email)

      await ada.goto('/mailbox')
      await shows(ada.getByRole('heading', { name: 'Ada Lovelace invites you to join Acme' }))
      await lookAt(ada, 'mailbox')
      const link = ada.getByRole('link', { name: /\/invitations\/.*#m\./ }).first()
      const grace = await as('grace')
      await grace.goto((await link.getAttribute('href')) ?? '')
      await shows(grace.getByRole('heading', { name: 'Ada Lovelace invites you to Acme' }))
      expect(mailbox.letters()).toEqual([])
    },
  )
})
