import { fillAccount, invite, join, setUp, signIn } from '../src/steps.ts'
import { axe, hides, shows, story } from '../src/story.ts'

const DAY = 86_400_000
const GRACE = { name: 'Grace Hopper', username: 'grace-hopper' }

story(
  'T5 T6 I7 an owner invites by mail, the guest makes an account and joins, and the trail says so',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await setUp(roster, ada)
    await invite(ada, 'grace@navy.test', 'Admin')

    const grace = await as('grace')
    await grace.goto(await mailbox.linkFor('grace@navy.test'))
    await shows(grace.getByText('Ada Lovelace'))
    await shows(grace.getByText('Acme'))
    await shows(grace.getByRole('heading', { name: 'You will be able to' }))
    await axe(grace)
    await fillAccount(grace, GRACE)
    await grace.getByRole('button', { name: 'Join Acme' }).click()
    await shows(grace.getByRole('heading', { level: 1, name: 'Acme' }))

    await ada.goto('/acme/members')
    await shows(ada.getByRole('row', { name: /Grace Hopper.*Admin/ }))
    await ada.getByRole('link', { name: 'Audit' }).click()
    await shows(ada.getByText(/Grace Hopper joined as Admin/))
    await ada.getByRole('button', { name: 'Verify the trail' }).click()
    await shows(ada.getByText(/intact/i))
  },
)

story(
  'I8 the row of an invited person turns into a member in front of the owner, without reload',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await setUp(roster, ada)
    await invite(ada, 'grace@navy.test')
    await ada.goto('/acme/members')
    await hides(ada.getByRole('row', { name: /Grace Hopper/ }))

    await join(await as('grace'), await mailbox.linkFor('grace@navy.test'), GRACE)
    await shows(ada.getByRole('row', { name: /Grace Hopper/ }))
  },
)

story(
  'O7 somebody with an account joins a second organization with a click',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await setUp(roster, ada)
    await invite(ada, 'grace@navy.test')
    const grace = await as('grace')
    await join(grace, await mailbox.linkFor('grace@navy.test'), GRACE)

    await grace.goto('/new')
    await grace.getByLabel('Name of the organization').fill('Navy')
    await grace.getByRole('button', { name: 'Create Navy' }).click()
    await shows(grace.getByRole('heading', { level: 1, name: 'Navy' }))
    await grace.goto('/navy/members?invite=true')
    const dialog = grace.getByRole('dialog', { name: 'Invite people to Navy' })
    await dialog.getByLabel('Email addresses or usernames').fill('@ada-lovelace')
    await dialog.getByLabel('Email addresses or usernames').press('Enter')
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
    await shows(dialog.getByRole('button', { name: 'Done' }))

    await ada.goto(await mailbox.linkFor('ada@acme.test'))
    await ada.getByRole('button', { name: 'Join Navy' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Navy' }))
  },
)

story(
  'the wrong account is told which address the invitation is for, and can switch',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await setUp(roster, ada)
    await invite(ada, 'grace@navy.test')
    await ada.goto(await mailbox.linkFor('grace@navy.test'))
    await shows(ada.getByRole('heading', { name: /This invitation is for grace@navy\.test/ }))
    await ada.getByRole('button', { name: /Switch|Sign out/ }).click()
    await fillAccount(ada, GRACE)
    await ada.getByRole('button', { name: 'Join Acme' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Acme' }))
  },
)

story('a guest declines, and the owner sees it', async ({ roster, as, mailbox }) => {
  const ada = await as('ada')
  await setUp(roster, ada)
  await invite(ada, 'grace@navy.test')
  const grace = await as('grace')
  await grace.goto(await mailbox.linkFor('grace@navy.test'))
  await grace.getByRole('button', { name: /Decline/ }).click()
  await grace.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
  await shows(grace.getByRole('heading', { name: /declined/i }))

  await ada.goto('/acme/members/invitations?status=declined')
  await shows(ada.getByRole('row', { name: /grace@navy\.test.*Declined/ }))
})

story(
  'D18 an expired invitation is sent again, and only the new link joins',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await setUp(roster, ada)
    await invite(ada, 'grace@navy.test')
    const old = await mailbox.linkFor('grace@navy.test')
    await roster.advance(6 * DAY)
    await ada.goto('/acme/members/invitations')
    await ada.reload()
    await roster.advance(2 * DAY)

    const grace = await as('grace')
    forgive(grace, /status of 4\d\d/)
    await grace.goto(old)
    await shows(grace.getByRole('heading', { name: /expired/i }))

    await signIn(ada, 'ada@acme.test')
    await ada.goto('/acme/members/invitations')
    const row = ada.getByRole('row', { name: /grace@navy\.test/ })
    await shows(row.getByText('Expired'))
    await row.getByRole('button', { name: /Actions|More|menu/i }).click()
    await ada.getByRole('menuitem', { name: /Resend/ }).click()
    await ada
      .getByRole('dialog')
      .getByRole('button', { name: /Resend|Send/ })
      .click()

    const fresh = await mailbox.linkFor('grace@navy.test')
    await grace.goto(old)
    await shows(grace.getByRole('heading', { name: /not valid|no longer/i }))
    await join(grace, fresh, GRACE)
  },
)
