import type { Page } from 'playwright-core'
import { ALAN, begin, enter, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { act, row, tick } from '../src/steps.ts'
import { counts, hides, lookAt, reads, shows, story } from '../src/story.ts'

/** Makes a project from its page. */
async function make(page: Page, name: string): Promise<void> {
  await page.goto('/acme/projects?create=true')
  const create = page.getByRole('dialog', { name: 'Create project' })
  await create.getByLabel('Name').fill(name)
  await create.getByRole('button', { name: 'Create project' }).click()
  await shows(page.getByRole('heading', { level: 1, name }))
}

story(
  'D10 D11 D27 D28 people are assigned to projects with roles of their own, previewed, applied and taken back',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN])
    for (const name of ['Apollo', 'Gemini']) await make(ada, name)

    await ada.goto('/acme/members')
    await tick(ada, /Grace Hopper/)
    await tick(ada, /Alan Turing/)
    const bar = ada.getByRole('region', { name: 'Selected' })
    await bar.getByRole('button', { name: 'Assign to projects' }).click()
    const dialog = ada.getByRole('dialog', { name: 'Assign to projects' })
    await shows(dialog.getByText('Grace Hopper'))
    await dialog.getByRole('button', { name: 'Add Apollo' }).click()
    await dialog.getByRole('button', { name: 'Add Gemini' }).click()
    await dialog.getByLabel('Role for all').selectOption({ label: 'Viewer' })
    await dialog.getByLabel('Role in Gemini').selectOption({ label: 'Editor' })
    await dialog
      .getByRole('button', { name: /^Configure/ })
      .last()
      .click()
    await dialog.getByLabel('Role of Alan Turing in Gemini').selectOption({ label: 'Admin' })
    await dialog.getByLabel('Ends').selectOption({ label: 'In 30 days' })
    await dialog.getByLabel('Reason').fill('on the crew')
    await lookAt(ada, 'assign-terms')
    await dialog.getByRole('button', { name: 'Preview' }).click()
    await shows(dialog.getByText('This is what would happen. Nothing is changed yet.'))
    await shows(dialog.getByText('Decide who may do what in the project'))
    await lookAt(ada, 'assign-preview')
    await dialog.getByRole('button', { name: 'Assign 4 roles' }).click()
    await shows(dialog.getByText('4 roles were changed'))
    await lookAt(ada, 'assign-result')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await hides(bar)

    await ada.getByRole('link', { name: /Alan Turing/ }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Alan Turing' }))
    const person = ada.getByRole('main')
    await person.getByText('Gemini').first().click()
    await reads(person, /Direct, by Ada Lovelace/)
    await shows(person.getByText('on the crew').last())
    await lookAt(ada, 'assign-why')

    await ada.goto('/acme')
    await counts(ada.getByRole('button', { name: 'Renew for 90 days' }), 4)
    await lookAt(ada, 'assign-endings')
    await ada.getByRole('button', { name: 'Renew for 90 days' }).first().click()
    await shows(ada.getByText(/^Renewed until/))
    await counts(ada.getByRole('button', { name: 'Renew for 90 days' }), 3)
    await ada.getByRole('button', { name: 'Undo' }).click()
    await counts(ada.getByRole('button', { name: 'Renew for 90 days' }), 4)
  },
)

story(
  'D14 D29 somebody who manages one project assigns there, no more than they hold, and takes it back',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, MARY])
    await make(ada, 'Apollo')
    await ada.goto('/acme/members')
    await act(ada, /Grace Hopper/, 'Assign to projects')
    const give = ada.getByRole('dialog', { name: 'Assign to projects' })
    await give.getByRole('button', { name: 'Add Apollo' }).click()
    await give.getByLabel('Role', { exact: true }).selectOption({ label: 'Admin' })
    await give.getByRole('button', { name: 'Preview' }).click()
    await give.getByRole('button', { name: 'Assign 1 role' }).click()
    await give.getByRole('button', { name: 'Done' }).click()

    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/members')
    await act(grace, /Mary Somerville/, 'Assign to projects')
    const dialog = grace.getByRole('dialog', { name: 'Assign to projects' })
    await dialog.getByRole('button', { name: 'Add Apollo' }).click()
    await dialog.getByLabel('Role in Apollo').selectOption({ label: 'Owner' })
    await dialog.getByRole('button', { name: 'Preview' }).click()
    await shows(dialog.getByText('1 change is not possible and will be left out'))
    await shows(dialog.getByText(/You cannot give or take away more than you hold yourself/))
    await lookAt(grace, 'assign-refused')
    await dialog.getByRole('button', { name: 'Back' }).click()
    await dialog.getByLabel('Role in Apollo').selectOption({ label: 'Editor' })
    await dialog.getByRole('button', { name: 'Preview' }).click()
    await dialog.getByRole('button', { name: 'Assign 1 role' }).click()
    await shows(dialog.getByText('1 role was changed'))
    await dialog.getByRole('button', { name: 'Undo' }).click()
    await shows(grace.getByText('Undone: everything is as it was before.'))
    await grace.goto('/acme/projects')
    await grace.getByRole('link', { name: 'Apollo' }).click()
    await shows(row(grace, /Grace Hopper/))
    await hides(row(grace, /Mary Somerville/))
  },
)
