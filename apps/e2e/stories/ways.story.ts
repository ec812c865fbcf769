import { call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { row } from '../src/steps.ts'
import { counts, expect, hides, lookAt, reads, shows, story } from '../src/story.ts'

story(
  'D1 I5 I17 T15 the members are found through the account, through settings, and by switching',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    await call(ada.request, roster.url, 'organizations.create', { name: 'Navy', slug: 'navy' })
    await ada.goto('/acme/audit')
    const account = ada.getByRole('button', { name: /Your account/ })

    // User menu > My organizations > Acme > Settings > Members
    await account.click()
    await ada.getByRole('menuitem', { name: 'My organizations' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'My organizations' }))
    await ada
      .getByRole('main')
      .getByRole('link', { name: /Acme.*Owner/ })
      .click()
    await ada.getByRole('link', { name: 'Settings' }).click()
    const settings = ada.getByRole('navigation', { name: 'Settings of Acme' })
    await shows(settings)
    for (const area of ['Members', 'Groups', 'Projects', 'Roles', 'Audit']) {
      await shows(settings.getByRole('link', { name: area, exact: true }))
    }
    await settings.getByRole('link', { name: 'Members' }).click()
    await shows(row(ada, /Grace Hopper/))

    // Initials > My account > the tab named after the organization
    await account.click()
    await ada.getByRole('menuitem', { name: 'My account' }).click()
    const mine = ada.getByRole('navigation', { name: 'My account' })
    await shows(mine.getByRole('link', { name: 'Navy' }))
    await lookAt(ada, 'account-organizations')
    await mine.getByRole('link', { name: 'Acme' }).click()
    await shows(row(ada, /Grace Hopper/))

    // The switch: one organization, another one, oneself
    const here = ada.getByRole('button', { name: /Switch organization/ })
    await here.click()
    await ada.getByRole('menuitem', { name: /Navy/ }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Navy' }))
    await here.click()
    await ada.getByRole('menuitem', { name: /Ada Lovelace/ }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'My organizations' }))
  },
)

story(
  'T9 T10 I1 O1 O2 an owner and an admin invite as a member or as an admin, from the home and from the members',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await ada.goto('/acme')
    await shows(ada.getByRole('heading', { name: 'Suggested actions' }))
    await ada.getByRole('button', { name: 'Invite members' }).click()
    const dialog = ada.getByRole('dialog', { name: 'Invite people to Acme' })
    await shows(dialog.getByLabel('Email addresses or usernames'))
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await gatherIn(roster, ada, [GRACE], 'admin')
    await ada.goto('/acme')
    await shows(ada.getByRole('heading', { level: 1, name: 'Acme' }))
    await hides(ada.getByRole('button', { name: 'Invite members' }))

    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/members')
    await grace.getByRole('button', { name: 'Invite people' }).first().click()
    const form = grace.getByRole('dialog', { name: 'Invite people to Acme' })
    await form.getByLabel('Email addresses or usernames').fill('mary@moon.test')
    await form.getByLabel('Email addresses or usernames').press('Enter')
    expect(await form.getByRole('radio', { name: 'Member' }).isChecked()).toBe(true)
    await form.getByRole('button', { name: 'Invite 1 person' }).click()
    await grace.getByRole('button', { name: 'Done' }).click()
    await grace.getByRole('button', { name: 'Invite people' }).first().click()
    await form.getByLabel('Email addresses or usernames').fill('alan@bletchley.test')
    await form.getByLabel('Email addresses or usernames').press('Enter')
    await form.getByRole('radio', { name: 'Admin' }).check()
    await form.getByRole('checkbox', { name: 'Give the role Admin to 1 person' }).check()
    await form.getByRole('button', { name: 'Invite 1 person' }).click()
    await grace.getByRole('button', { name: 'Done' }).click()

    await shows(row(grace, /mary@moon\.test.*Member/))
    await shows(row(grace, /alan@bletchley\.test.*Admin/))
    await mailbox.waitFor('mary@moon.test', 'Grace Hopper invites you to join Acme')
    await mailbox.waitFor('alan@bletchley.test', 'Grace Hopper invites you to join Acme')
  },
)

story(
  'O10 I6 D47 an admin is invited only after a second look, bad addresses are marked, good ones go',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await ada.goto('/acme/members?invite=true')
    const dialog = ada.getByRole('dialog', { name: 'Invite people to Acme' })
    const field = dialog.getByLabel('Email addresses or usernames')
    const send = dialog.getByRole('button', { name: /^Invite/ }).last()
    await field.fill('grace@navy.test, not-an@address')
    await field.press('Enter')
    await shows(dialog.getByRole('button', { name: /^not-an@address, / }))
    await reads(send, 'Invite 1 person')
    await dialog.getByRole('radio', { name: 'Admin' }).check()
    await shows(dialog.getByText('Admin is a powerful role'))
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    await lookAt(ada, 'invite-admin')
    await send.hover()
    await shows(ada.getByText('Confirm first that you want to give the role Admin.'))
    await dialog.getByRole('checkbox', { name: 'Give the role Admin to 1 person' }).check()
    await send.click()
    await reads(ada.getByRole('dialog'), '1 invited · 1 not invited')
    await ada.getByRole('button', { name: 'Done' }).click()
    await counts(row(ada, /grace@navy\.test.*Admin/), 1)
  },
)
