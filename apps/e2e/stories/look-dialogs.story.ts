import { begin, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { act, invite, row, tick } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

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
    ['Offboard', 'dialog-offboard'],
    ['Remove from organization', 'dialog-remove'],
  ] as const) {
    await act(ada, /Grace Hopper/, entry)
    await shows(ada.locator('[role=dialog],[role=alertdialog]'))
    await lookAt(ada, name)
    await ada.keyboard.press('Escape')
  }
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
    ['Edit', 'dialog-invitation-edit'],
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
