import { ALAN, begin, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { act, row, tick } from '../src/steps.ts'
import { axe, hides, shows, story } from '../src/story.ts'

story('people who were removed together come back from the trail, all or one', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE, ALAN, MARY])
  await ada.goto('/acme/members')
  await tick(ada, /Grace Hopper/)
  await tick(ada, /Alan Turing/)
  await ada.getByRole('region', { name: 'Selected' }).getByRole('button', { name: 'Remove' }).click()
  await ada
    .getByRole('alertdialog', { name: 'Remove 2 people from Acme?' })
    .getByRole('button', { name: 'Remove 2 people' })
    .click()
  await shows(ada.getByText('2 people removed.'))

  await ada.goto('/acme/audit')
  await ada.getByRole('button', { name: /removed Grace Hopper/ }).click()
  await ada.getByRole('button', { name: 'Undo this change' }).click()
  const dialog = ada.getByRole('alertdialog', { name: 'Undo this change?' })
  await shows(dialog.getByText(/Member at the organization comes back/))
  await axe(ada)
  await dialog
    .getByRole('checkbox', { name: 'Undo all 2 changes that were made together with this one' })
    .check()
  await dialog.getByRole('button', { name: 'Undo 2 changes' }).click()
  await shows(ada.getByText('Undone: it is as it was before.'))
  await hides(dialog)
  await shows(ada.getByRole('button', { name: /undid entry/ }))

  // A second time there is nothing to undo, and the page says so.
  await ada.getByRole('button', { name: 'Undo this change' }).click()
  await shows(dialog.getByText('This cannot be undone: it was undone already.'))
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await ada.goto('/acme/members')
  await shows(row(ada, /Grace Hopper.*Member/))
  await shows(row(ada, /Alan Turing.*Member/))
})

story('a removal is taken back right away', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [MARY])
  await ada.goto('/acme/members')
  await act(ada, /Mary Somerville/, 'Remove from organization')
  await ada
    .getByRole('alertdialog', { name: 'Remove Mary Somerville from Acme?' })
    .getByRole('button', { name: 'Remove member' })
    .click()
  await hides(row(ada, /Mary Somerville/))
  await ada.getByRole('button', { name: 'Undo' }).click()
  await shows(ada.getByText('Undone: it is as it was before.'))
  await shows(row(ada, /Mary Somerville.*Member/))
})
