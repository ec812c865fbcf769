import { ADA, begin, enter, GRACE } from '../src/crowd.ts'
import { act, DAY, fillAccount, invite, join, row } from '../src/steps.ts'
import { axe, expect, hides, shows, story } from '../src/story.ts'

story(
  'T5 T6 I7 O4 O5 O6 an owner invites by mail, the guest makes an account and joins, and the trail says so',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await invite(ada, GRACE.email, 'Admin')

    const grace = await as('grace')
    const letter = await mailbox.waitFor(GRACE.email, 'Ada Lovelace invites you to join Acme')
    expect(letter.text).toMatch(/Acme[\s\S]*Admin/)
    await grace.goto(letter.links.find((link) => link.includes('#')) ?? '')
    await shows(grace.getByRole('heading', { name: 'Ada Lovelace invites you to Acme' }))
    await shows(grace.getByText('You will be able to'))
    await shows(grace.getByText('You will not be able to'))
    await axe(grace)
    const address = grace.getByLabel('Email address')
    expect(await address.inputValue()).toBe(GRACE.email)
    expect(await address.isEditable()).toBe(false)
    await fillAccount(grace, { name: GRACE.name, username: GRACE.username })
    await grace.getByRole('button', { name: 'Create account and join Acme' }).click()
    await shows(grace.getByRole('heading', { level: 1, name: 'Acme' }))
    await shows(grace.getByText('Your role is Admin.'))

    await ada.goto('/acme/members')
    await shows(row(ada, /Grace Hopper.*Admin/))
    await ada.getByRole('link', { name: 'Audit' }).click()
    await shows(ada.getByText('Grace Hopper joined as Admin'))
    await ada.getByRole('button', { name: 'Verify the trail' }).click()
    await shows(ada.getByText(/The trail is intact: \d+ entries, recomputed/))
  },
)

story(
  'I8 the row of an invited person turns into a member in front of the owner, without reload',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await invite(ada, GRACE.email)
    await ada.goto('/acme/members')
    const pending = ada.getByRole('heading', { name: 'Pending invitations' })
    await shows(pending)
    await shows(row(ada, /grace@navy\.test/))
    await hides(row(ada, /Grace Hopper/))

    await join(await as('grace'), await mailbox.linkFor(GRACE.email), GRACE)
    await shows(row(ada, /Grace Hopper/))
    await hides(pending)
  },
)

story(
  'O16 the wrong account is told which address the invitation is for, and can switch',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await invite(ada, GRACE.email)
    await ada.goto(await mailbox.linkFor(GRACE.email))
    await shows(ada.getByText('This invitation is for grace@navy.test'))
    await shows(ada.getByText('You are signed in as ada@acme.test, who is a member of Acme already.'))
    await axe(ada)

    await ada.getByRole('button', { name: 'Go on as grace@navy.test' }).click()
    await fillAccount(ada, { name: GRACE.name, username: GRACE.username })
    await ada.getByRole('button', { name: 'Create account and join Acme' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Acme' }))
    await shows(ada.getByRole('button', { name: /Your account, .*Grace Hopper/ }))
  },
)

story('D20 a guest declines, and the owner sees it', async ({ roster, as, mailbox }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await invite(ada, GRACE.email)
  await ada.goto('/acme/members/invitations')
  await shows(row(ada, /grace@navy\.test/))

  const grace = await as('grace')
  await grace.goto(await mailbox.linkFor(GRACE.email))
  await grace.getByRole('button', { name: 'Decline the invitation' }).click()
  await grace.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
  await shows(grace.getByRole('heading', { name: 'The invitation to Acme was declined' }))

  await hides(row(ada, /grace@navy\.test/))
  await ada.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Declined' })
  await shows(row(ada, /grace@navy\.test.*Declined/))
})

story(
  'D18 an expired invitation is sent again, and only the new link joins',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await invite(ada, GRACE.email)
    const old = await mailbox.linkFor(GRACE.email)
    await roster.advance(8 * DAY) // a session idles out after seven
    forgive(ada, /status of 401/) // and her page may read its list again meanwhile

    const grace = await as('grace')
    forgive(grace, /status of 4\d\d/)
    await grace.goto(old)
    await shows(grace.getByRole('heading', { name: 'This invitation has expired' }))

    await enter(roster, ada, ADA)
    await ada.goto('/acme/members/invitations')
    await shows(row(ada, /grace@navy\.test.*Expired/))
    await act(ada, /grace@navy\.test/, 'Resend')
    await ada.getByRole('dialog').getByRole('button', { name: 'Resend invitation' }).click()
    await shows(row(ada, /grace@navy\.test.*Active/))

    const fresh = await mailbox.linkFor(GRACE.email, 'A new link to join Acme')
    await grace.reload()
    await shows(grace.getByRole('heading', { name: 'This invitation link is not valid' }))
    await join(grace, fresh, GRACE)
  },
)
