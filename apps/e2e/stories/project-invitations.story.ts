import { call } from '../src/api.ts'
import { begin, GRACE } from '../src/crowd.ts'
import { fillAccount } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'C4 C14 I11 D24 people are invited to a project with a group, see it on the invitation, and are in both',
  { timeout: 180_000 },
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    const acme = { organization: 'acme' }
    for (const name of ['Apollo', 'Gemini']) {
      await call(ada.request, roster.url, 'projects.create', { ...acme, name, join: true })
    }
    await call(ada.request, roster.url, 'groups.create', { ...acme, name: 'Engineering' })

    // From the project's own page: it is there already.
    await ada.goto('/acme/projects')
    await ada.getByRole('link', { name: 'Apollo' }).first().click()
    await ada.getByRole('link', { name: 'Invitations' }).click()
    await ada.getByRole('button', { name: 'Invite to this project' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Email addresses or usernames').fill(`${GRACE.email},`)
    await shows(dialog.getByRole('combobox', { name: 'Role in Apollo' }))
    await dialog.getByRole('combobox', { name: 'Role in Apollo' }).selectOption({ label: 'Editor' })
    await dialog.getByRole('button', { name: 'Add project' }).click()
    await dialog.getByRole('combobox', { name: 'Add project' }).selectOption({ label: 'Gemini' })
    await dialog.getByRole('combobox', { name: 'Add to a group' }).selectOption({ label: 'Engineering' })
    await lookAt(ada, 'dialog-invite-places')
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await shows(ada.getByRole('row', { name: new RegExp(GRACE.email) }))
    await lookAt(ada, 'project-invitations')

    // D22: before it is answered, its terms are changed.
    const link = await mailbox.linkFor(GRACE.email)
    await ada.getByRole('button', { name: `Actions for the invitation for ${GRACE.email}` }).click()
    await ada.getByRole('menuitem', { name: 'Edit' }).click()
    await ada.getByRole('button', { name: 'Leave out Gemini' }).click()
    await lookAt(ada, 'dialog-edit-places')
    await ada.getByRole('button', { name: 'Save changes' }).click()
    await shows(ada.getByText(/on the terms you chose/))

    const grace = await as('grace')
    await grace.goto(link)
    await shows(grace.getByText('Apollo'))
    await shows(grace.getByText('as Editor'))
    await shows(grace.getByText('Engineering'))
    await lookAt(grace, 'invitation-with-places')
    await fillAccount(grace, GRACE)
    await grace.getByRole('button', { name: /join Acme/ }).click()
    await shows(grace.getByRole('heading', { level: 1, name: 'Acme' }))

    await ada
      .getByRole('link', { name: /^Members/ })
      .last()
      .click()
    await shows(ada.getByRole('row', { name: /Grace Hopper/ }))
  },
)
