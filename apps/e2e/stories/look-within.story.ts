import { call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { moveIn } from '../src/demo.ts'
import { act, invite, row, tick } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'a young organization and one’s own pages look right and axe finds nothing',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    forgive(ada, /status of 404/)
    await begin(roster, ada)
    await ada.goto('/acme')
    await shows(ada.getByRole('heading', { name: 'Invite members' }))
    await lookAt(ada, 'young-home')
    await ada.goto('/acme/members')
    await shows(ada.getByText('Only you so far'))
    await lookAt(ada, 'young-members')
    await ada.goto('/acme/members/invitations')
    await shows(ada.getByText('Nobody has been invited yet'))
    await lookAt(ada, 'young-invitations')
    await invite(ada, 'mary@moon.test')
    await gatherIn(roster, ada, [GRACE], 'viewer')

    for (const [path, name] of [
      ['/', 'my-organizations'],
      ['/new', 'new-organization'],
      ['/account', 'account'],
      ['/account/security', 'security'],
      ['/account/invitations', 'my-invitations-empty'],
      ['/nowhere', 'nowhere'],
    ] as const) {
      await ada.goto(path)
      await shows(ada.getByRole('heading', { level: 1 }))
      await lookAt(ada, name)
    }

    const grace = await as('grace')
    forgive(grace, /status of 4\d\d/)
    await enter(roster, grace, GRACE)
    await call(grace.request, roster.url, 'organizations.create', { name: 'Navy', slug: 'navy' })
    const recipients = ['@ada-lovelace']
    await call(grace.request, roster.url, 'invitations.send', { organization: 'navy', recipients })
    await ada.goto('/account/invitations')
    await shows(ada.getByRole('button', { name: 'Join Navy' }))
    await lookAt(ada, 'my-invitations')
    await ada.getByRole('link', { name: 'Navy' }).click()
    await shows(ada.getByRole('heading', { name: /invites you/ }))
    await lookAt(ada, 'invitation-addressee')

    for (const [path, name] of [
      ['/acme', 'viewer-home'],
      ['/acme/members', 'viewer-members'],
      ['/acme/members/invitations', 'viewer-invitations'],
      ['/acme/audit', 'viewer-audit'],
      ['/acme/settings', 'viewer-settings'],
      ['/acme/settings/policies', 'viewer-policies'],
      ['/acme/settings/leave', 'viewer-leave'],
    ] as const) {
      await grace.goto(path)
      await shows(grace.getByRole('heading', { level: 1 }))
      await lookAt(grace, name)
    }
  },
)

story(
  'a grown organization looks right on every page and axe finds nothing',
  { timeout: 240_000 },
  async ({ roster, as }) => {
    const ada = await as('ada')
    await moveIn(roster, ada)
    for (const [path, name] of [
      ['/acme', 'home'],
      ['/acme/members', 'members'],
      ['/acme/members?sort=active&dir=asc&page=3', 'members-page-3'],
      ['/acme/members?q=nobody-is-called-this', 'members-nobody'],
      ['/acme/members/invitations', 'invitations'],
      ['/acme/members/invitations?status=all', 'invitations-all'],
      ['/acme/roles', 'roles'],
      ['/acme/audit', 'audit'],
      ['/acme/settings', 'settings'],
      ['/acme/settings/policies', 'policies'],
      ['/acme/settings/leave', 'leave'],
    ] as const) {
      await ada.goto(path)
      await shows(ada.getByRole('heading', { level: 1 }))
      await lookAt(ada, name)
    }
  },
)

story('the dialogs look right and axe finds nothing', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE, MARY])
  await invite(ada, 'alan@bletchley.test, joan@bletchley.test')

  await ada.goto('/acme/members')
  await ada.getByRole('button', { name: 'Invite people' }).first().click()
  const field = ada.getByLabel('Email addresses or usernames')
  await field.fill('new@acme.test, ada@acme.test, alan@bletchley.test, @nobody-here, not-an-address,')
  await shows(ada.getByRole('button', { name: /^Invite 2/ }))
  await ada.getByRole('radio', { name: 'Admin' }).check()
  await lookAt(ada, 'dialog-invite')
  await ada.getByRole('checkbox', { name: /^Give the role/ }).check()
  await ada.getByRole('button', { name: /^Invite 2/ }).click()
  await shows(ada.getByRole('list', { name: 'Results' }))
  await lookAt(ada, 'dialog-invite-result')
  await ada.getByRole('button', { name: 'Done' }).click()

  for (const [entry, name] of [
    ['Change role', 'dialog-change-role'],
    ['Edit title and display name', 'dialog-edit'],
    ['Transfer ownership', 'dialog-transfer'],
    ['Send password reset', 'dialog-reset'],
    ['Remove from organization', 'dialog-remove'],
  ] as const) {
    await act(ada, /Grace Hopper/, entry)
    await shows(ada.locator('[role=dialog],[role=alertdialog]'))
    await lookAt(ada, name)
    await ada.keyboard.press('Escape')
  }
  await ada.getByRole('link', { name: /Grace Hopper/ }).click()
  await shows(ada.getByRole('dialog').getByText('Last active'))
  await lookAt(ada, 'dialog-person')
  await ada.keyboard.press('Escape')
  await tick(ada, /Grace Hopper/)
  await tick(ada, /Mary Somerville/)
  await lookAt(ada, 'members-ticked')
  await row(ada, /Grace Hopper/)
    .getByRole('button', { name: /^Actions/ })
    .click()
  await shows(ada.getByRole('menu'))
  await lookAt(ada, 'members-menu')
  await ada.keyboard.press('Escape')
  await ada.keyboard.press('Control+k')
  await shows(ada.getByRole('dialog', { name: 'Search and commands' }))
  await lookAt(ada, 'palette')
  await ada.keyboard.press('Escape')

  await ada.goto('/acme/members/invitations')
  for (const [entry, name] of [
    ['Details', 'dialog-invitation'],
    ['Resend', 'dialog-resend'],
    ['Extend', 'dialog-extend'],
    ['Change role', 'dialog-invitation-role'],
    ['Revoke', 'dialog-revoke'],
  ] as const) {
    await act(ada, /joan@bletchley\.test/, entry)
    await shows(ada.locator('[role=dialog],[role=alertdialog]'))
    await lookAt(ada, name)
    await ada.keyboard.press('Escape')
  }
  await ada.goto('/acme/audit')
  await ada.getByRole('button', { name: 'Verify the trail' }).click()
  await shows(ada.getByText(/The trail is intact/))
  await ada
    .getByRole('button', { name: /joined as/ })
    .first()
    .click()
  await lookAt(ada, 'audit-entry')
  await ada.goto('/account')
  await ada.getByRole('button', { name: 'Delete my account' }).click()
  await shows(ada.getByRole('alertdialog'))
  await lookAt(ada, 'dialog-delete-account')
})
