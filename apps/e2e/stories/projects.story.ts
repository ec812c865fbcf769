import { begin, enter, GRACE, gatherIn, JOAN } from '../src/crowd.ts'
import { row } from '../src/steps.ts'
import { hides, lookAt, reads, shows, story } from '../src/story.ts'

story(
  'C1 C3 C11 I15 a project is made and filled; somebody removed from it stays in the organization',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, JOAN])
    const grace = await as('grace')
    forgive(grace, /status of 40[34]/)
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/projects')
    await shows(grace.getByText('No projects for you yet'))

    await ada.goto('/acme/projects')
    await shows(ada.getByText('No projects yet'))
    await lookAt(ada, 'projects-none')
    await ada.getByRole('button', { name: 'Create project' }).first().click()
    const create = ada.getByRole('dialog', { name: 'Create project' })
    await create.getByLabel('Name').fill('Apollo')
    await lookAt(ada, 'projects-create')
    await create.getByRole('button', { name: 'Create project' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Apollo' }))
    await shows(ada.getByText('Nobody is in this project yet'))

    await ada.getByRole('button', { name: 'Add people or groups' }).click()
    const add = ada.getByRole('dialog', { name: 'Add people or groups to Apollo' })
    await add.getByLabel('Search people and groups').fill('grace')
    await add.getByText('Grace Hopper').first().click()
    await add.getByLabel('Role', { exact: true }).selectOption({ label: 'Editor' })
    await add.getByRole('button', { name: /Preview/ }).click()
    await shows(add.getByText('Grace Hopper'))
    await add.getByRole('button', { name: /^Assign/ }).click()
    await add.getByRole('button', { name: 'Done' }).click()
    await reads(row(ada, /Grace Hopper/), /Editor.*Direct/)
    await lookAt(ada, 'project-members')

    await grace.goto('/acme/projects')
    await reads(row(grace, /Apollo/), 'Editor')
    await grace.getByRole('link', { name: 'Apollo' }).click()
    await shows(row(grace, /Grace Hopper/))

    await row(ada, /Grace Hopper/)
      .getByRole('button', { name: 'Actions for Grace Hopper' })
      .click()
    await ada.getByRole('menuitem', { name: 'Remove from Apollo' }).click()
    const remove = ada.getByRole('alertdialog', { name: 'Remove Grace Hopper from Apollo?' })
    await reads(remove, 'They stay in Acme')
    await lookAt(ada, 'project-remove')
    await remove.getByRole('button', { name: 'Remove' }).click()
    await hides(row(ada, /Grace Hopper/))
    await shows(grace.getByText('There is nothing here'))
    await ada.goto('/acme/members')
    await shows(row(ada, /Grace Hopper/))
  },
)

story(
  'a project is called as the organization calls it, archived, brought back, and deleted with what is lost named',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    await ada.goto('/acme/settings')
    await ada.getByLabel('Word').selectOption({ label: 'workspace' })
    await ada.getByRole('button', { name: 'Save word' }).click()
    await ada.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Workspaces' }).click()
    await ada.getByRole('button', { name: 'Create workspace' }).first().click()
    const create = ada.getByRole('dialog', { name: 'Create workspace' })
    await create.getByLabel('Name').fill('Apollo')
    await create.getByRole('checkbox', { name: 'Put me into it as its owner' }).check()
    await create.getByRole('button', { name: 'Create workspace' }).click()
    await shows(row(ada, /Ada Lovelace/))

    await ada.getByRole('link', { name: 'Settings' }).last().click()
    await ada.getByRole('button', { name: 'Archive workspace' }).click()
    await shows(ada.getByText('This workspace is archived'))
    await lookAt(ada, 'project-settings-archived')
    await ada.getByRole('button', { name: 'Restore workspace' }).click()
    await hides(ada.getByText('This workspace is archived'))
    await lookAt(ada, 'project-settings')

    await ada.getByRole('button', { name: 'Transfer workspace' }).click()
    const transfer = ada.getByRole('dialog', { name: 'Transfer Apollo' })
    await transfer.getByRole('radio', { name: /Grace Hopper/ }).check()
    await transfer.getByRole('checkbox', { name: 'Make Grace Hopper an owner of Apollo' }).check()
    await transfer.getByRole('button', { name: 'Transfer workspace' }).click()
    await hides(transfer)
    await ada
      .getByRole('link', { name: /^Members/ })
      .last()
      .click()
    await reads(row(ada, /Grace Hopper/), 'Owner')
    await reads(row(ada, /Ada Lovelace/), 'Admin')

    await ada.getByRole('link', { name: 'Settings' }).last().click()
    await ada.getByRole('button', { name: 'Delete workspace' }).click()
    const remove = ada.getByRole('alertdialog', { name: 'Delete Apollo?' })
    await reads(remove, /2 people.*Grace Hopper/)
    await lookAt(ada, 'project-delete')
    await remove.getByRole('textbox').fill('Apollo')
    await remove.getByRole('button', { name: 'Delete workspace' }).click()
    await shows(ada.getByText('No workspaces yet'))
    await ada.locator('li', { hasText: 'Apollo is deleted' }).getByRole('button', { name: 'Undo' }).click()
    await shows(row(ada, /Apollo/))
  },
)
