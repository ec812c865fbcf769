import { begin } from '../src/crowd.ts'
import { act, invite, row } from '../src/steps.ts'
import { axe, shows, story } from '../src/story.ts'

story(
  'D44 mail that the server refuses shows as undeliverable with the reason, and goes out once it is taken',
  async ({ roster, as, mailbox }) => {
    mailbox.refuse('gone@nowhere.test', { code: 550, words: 'No such mailbox here' })
    const ada = await as('ada')
    await begin(roster, ada)
    await invite(ada, 'gone@nowhere.test, here@somewhere.test')
    await mailbox.waitFor('here@somewhere.test')
    await ada.goto('/acme/members/invitations')
    await shows(row(ada, /here@somewhere\.test.*Active/))
    await shows(row(ada, /gone@nowhere\.test.*Undeliverable/))
    await act(ada, /gone@nowhere\.test/, 'Details')
    await shows(ada.getByRole('dialog').getByText(/No such mailbox here/))
    await axe(ada)

    await ada.goto('/acme')
    await shows(ada.getByRole('heading', { name: 'Review invitations that did not arrive' }))
    await ada.getByRole('link', { name: 'Review them' }).click()
    mailbox.refuse('gone@nowhere.test', null)
    await act(ada, /gone@nowhere\.test/, 'Resend')
    await ada.getByRole('dialog').getByRole('button', { name: 'Resend invitation' }).click()
    await mailbox.waitFor('gone@nowhere.test', 'A new link to join Acme')
    await ada.goto('/acme/members/invitations')
    await shows(row(ada, /gone@nowhere\.test.*Active/))
  },
)
