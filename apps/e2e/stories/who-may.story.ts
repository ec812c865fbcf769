import { begin, GRACE, gatherIn } from '../src/crowd.ts'
import { hides, lookAt, shows, story } from '../src/story.ts'

story('an admin asks who may do something, by keyboard, and why each of them may', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE], 'viewer')
  await ada.goto('/acme/roles')
  await ada.getByRole('button', { name: 'Who may…' }).focus()
  await ada.keyboard.press('Enter')
  const dialog = ada.getByRole('dialog', { name: 'Who may…' })
  await dialog
    .getByRole('combobox', { name: 'What' })
    .selectOption({ label: 'See who is in the organization and which role they hold' })
  const found = dialog.getByRole('list', { name: 'Who may' })
  await shows(found.getByRole('link', { name: 'Ada Lovelace' }))
  await shows(found.getByRole('link', { name: 'Grace Hopper' }))
  await dialog
    .getByRole('combobox', { name: 'What' })
    .selectOption({ label: 'Edit the content of the project' })
  await hides(found.getByRole('link', { name: 'Grace Hopper' }))
  await found.getByRole('button', { name: 'Why Ada Lovelace may' }).focus()
  await ada.keyboard.press('Enter')
  await shows(ada.getByText('Owner', { exact: true }).last())
  await lookAt(ada, 'who-may')
  await ada.keyboard.press('Escape')
  await ada.keyboard.press('Escape')
  await hides(dialog)
})
