import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { act, row } from '../src/steps.ts'
import { expect, hides, lookAt, shows, story } from '../src/story.ts'

const entry = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })

async function choose(page: Page, role: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${role}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

story(
  'C8 C10 C16 D37 D40 T8 an admin defines a role, gives it, changes it with a look at who gains what, and deletes it',
  { timeout: 120_000 },
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE], 'viewer')
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme')

    // C16: the next step says to define roles before access is assigned, and leads there.
    await ada.goto('/acme/roles')
    await shows(ada.getByText('Define roles before you assign access'))
    await choose(ada, 'Viewer', 'Clone role')
    const clone = ada.getByRole('dialog', { name: 'Clone Viewer' })
    await shows(clone.getByText('It allows the same as Viewer'))
    await clone.getByRole('textbox', { name: 'Name' }).fill('Record keeper')
    await clone.getByRole('textbox', { name: 'Description' }).fill('Keeps the records.')
    await clone.getByRole('checkbox', { name: 'Read and verify the audit trail' }).check()
    await hides(clone.getByText('It allows the same as Viewer'))
    await clone.getByRole('button', { name: 'Create role' }).click()
    await shows(entry(ada, 'Record keeper').getByText('Nobody yet'))
    await hides(ada.getByText('Define roles before you assign access'))

    // D40: a role that opens every project comes with a hint; C8: the new one counts at once for whoever is signed in.
    await ada.goto('/acme/members')
    await act(ada, /Grace Hopper/, 'Change role')
    await ada.getByRole('radio', { name: 'Admin' }).check()
    await shows(ada.getByText('Only for one project?'))
    await lookAt(ada, 'roles-hint')
    await ada.getByRole('radio', { name: 'Record keeper' }).check()
    await hides(ada.getByText('Only for one project?'))
    await ada.getByRole('button', { name: 'Change role' }).click()
    await shows(grace.getByRole('link', { name: 'Audit' }))

    // Who holds it, and who gains and loses what before it changes.
    await ada.goto('/acme/roles')
    await entry(ada, 'Record keeper').getByRole('link', { name: '1 person' }).click()
    await shows(ada.getByRole('dialog', { name: 'Who holds Record keeper' }).getByText('Grace Hopper'))
    await lookAt(ada, 'roles-holders')
    await ada.keyboard.press('Escape')
    await choose(ada, 'Record keeper', 'Edit role')
    const edit = ada.getByRole('dialog', { name: 'Edit Record keeper' })
    await edit.getByRole('checkbox', { name: 'Read and verify the audit trail' }).uncheck()
    await edit.getByRole('checkbox', { name: 'See groups and who is in them' }).check()
    await lookAt(ada, 'roles-edit')
    await edit.getByRole('button', { name: 'See what changes' }).click()
    const preview = ada.getByRole('dialog', { name: 'Change what Record keeper allows?' })
    await shows(preview.getByRole('list', { name: 'Gains' }).getByText('See groups and who is in them'))
    await shows(preview.getByRole('list', { name: 'Loses' }).getByText('Read and verify the audit trail'))
    await shows(preview.getByRole('list', { name: 'People' }).getByText('Grace Hopper'))
    await lookAt(ada, 'roles-change')
    await preview.getByRole('button', { name: 'Change role' }).click()
    await hides(grace.getByRole('link', { name: 'Audit' }))

    // Renamed, it is found under its new name.
    await choose(ada, 'Record keeper', 'Edit role')
    await ada.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Archivist')
    await ada.getByRole('button', { name: 'Save role' }).click()
    await shows(entry(ada, 'Archivist'))
    await ada.goto('/acme/members?q=archivist')
    await shows(row(ada, /Grace Hopper/))

    // Deleted, with another in its place.
    await ada.goto('/acme/roles')
    await choose(ada, 'Archivist', 'Delete role')
    const remove = ada.getByRole('alertdialog', { name: 'Delete the role Archivist?' })
    await remove.getByLabel('They get this role instead').selectOption({ label: 'Viewer' })
    await shows(remove.getByRole('list', { name: 'Loses' }).getByText('See groups and who is in them'))
    await lookAt(ada, 'roles-delete')
    await remove.getByRole('button', { name: 'Delete role' }).click()
    await hides(entry(ada, 'Archivist'))
    await ada.goto('/acme/members')
    await shows(row(ada, /Grace Hopper/).getByText('Viewer', { exact: true }))

    // What is built in stays, and says so; others see the page and change nothing.
    await ada.goto('/acme/roles')
    await ada.getByRole('button', { name: 'Actions for Owner' }).click()
    await expect(ada.getByRole('menuitem', { name: 'Edit role' }).textContent()).resolves.toContain(
      'part of every organization',
    )
    await ada.keyboard.press('Escape')
    await grace.goto('/acme/roles')
    await shows(grace.getByRole('heading', { name: 'Roles and permissions' }))
    await hides(grace.getByRole('button', { name: 'New role' }))
    await hides(grace.getByRole('button', { name: 'Actions for Member' }))
  },
)

story(
  'C10 D37 roles of projects are made at their own level, and the matrix is taken along',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await ada.goto('/acme/roles')
    await ada.getByRole('link', { name: 'Projects' }).last().click()
    await shows(entry(ada, 'Editor'))
    await ada.getByRole('button', { name: 'New role' }).first().click()
    const made = ada.getByRole('dialog', { name: 'New role in projects' })
    await made.getByRole('button', { name: 'Create role' }).click()
    await shows(made.getByText('Pick at least one permission.'))
    await made.getByRole('textbox', { name: 'Name' }).fill('=Runner')
    await made.getByRole('checkbox', { name: 'Run jobs in the project' }).check()
    await lookAt(ada, 'roles-new')
    await made.getByRole('button', { name: 'Create role' }).click()
    await shows(entry(ada, '=Runner'))
    await lookAt(ada, 'roles-projects')

    await ada.getByRole('button', { name: 'Export' }).click()
    const saved = ada.waitForEvent('download')
    await ada.getByRole('menuitem', { name: 'As CSV, for spreadsheets' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('acme-project-roles.csv')
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toContain("'=Runner")
    expect(text).toContain('Inside the project,project.jobs.run,Run jobs in the project')
  },
)
