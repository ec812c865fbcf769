import type { Page } from 'playwright-core'
import { at, call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { act, row } from '../src/steps.ts'
import { expect, hides, reads, shows, story } from '../src/story.ts'

const organization = 'acme'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Waits until a control is there and says by itself that it cannot be used. */
async function isClosed(page: Page, name: string): Promise<void> {
  await expect.poll(() => button(page, name).first().getAttribute('aria-disabled')).toBe('true')
}

story(
  'D26 O8 T3 a member works in the projects given to them, and manages neither people nor settings',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [MARY])
    const create = (name: string) => call(ada.request, roster.url, 'projects.create', { organization, name })
    const project = at(await create('Apollo'), 'project')
    await create('Gemini')
    const people = await call(ada.request, roster.url, 'members.list', { organization, search: 'mary' })
    const roles = await call(ada.request, roster.url, 'roles.list', {
      organization,
      level: 'project',
      project,
    })
    const role = Array.isArray(roles) ? roles.find((one: unknown) => at(one, 'key') === 'editor') : undefined
    await call(ada.request, roster.url, 'assignments.assign', {
      organization,
      changes: [{ subject: { member: at(people, 'items', 0, 'member') }, project, role: at(role, 'id') }],
    })

    const mary = await as('mary')
    forgive(mary, /status of 403/)
    await enter(roster, mary, MARY)
    await mary.goto('/acme/projects')
    await reads(row(mary, /Apollo/), 'Editor')
    await hides(mary.getByText('Gemini'))
    await mary.goto('/acme/members')
    await shows(row(mary, /Ada Lovelace/))
    await hides(mary.getByRole('button', { name: /Invite/ }))
    await hides(mary.getByRole('link', { name: /^(Requests|Audit|Invitations)/ }))
    await hides(mary.getByRole('table').getByRole('checkbox'))
    await row(mary, /Ada Lovelace/)
      .getByRole('button', { name: /^Actions for/ })
      .click()
    const change = mary.getByRole('menuitem', { name: /^Change role/ })
    await shows(change)
    expect(await change.getAttribute('aria-disabled')).toBe('true')
    await mary.goto('/acme/settings')
    await isClosed(mary, 'Save names')
    await mary.goto('/acme/audit')
    await shows(mary.getByRole('heading', { name: /not open to you/ }))
    const refused = call(mary.request, roster.url, 'organizations.update', { organization, name: 'Mine' })
    await expect(refused).rejects.toThrow('organizations.update was refused')
  },
)

story(
  'D26 O9 an admin manages people and roles, answers requests, changes settings, and not what is fundamental',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE], 'admin')
    await gatherIn(roster, ada, [MARY])
    await call(ada.request, roster.url, 'projects.create', { organization, name: 'Apollo' })

    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/projects')
    await shows(row(grace, /Apollo/))
    await grace.goto('/acme/members')
    await shows(grace.getByRole('button', { name: 'Invite people' }))
    await act(grace, /Mary Somerville/, 'Change role')
    const dialog = grace.getByRole('dialog', { name: 'Change the role of Mary Somerville' })
    await dialog.getByRole('radio', { name: 'Viewer' }).check()
    await dialog.getByRole('button', { name: 'Change role' }).click()
    await shows(row(grace, /Mary Somerville.*Viewer/))
    for (const page of ['Requests', 'Audit']) await shows(grace.getByRole('link', { name: page }))
    await grace.goto('/acme/roles')
    await shows(button(grace, 'New role'))
    await grace.goto('/acme/settings')
    await grace.getByLabel('Name of the organization').fill('Acme of today')
    await button(grace, 'Save names').click()
    await shows(grace.getByText('Names saved'))

    await grace.goto('/acme/settings/leave')
    await isClosed(grace, 'Delete Acme of today')
    await grace.goto('/acme/settings/policies')
    const owners = grace.getByRole('radio', { name: 'Owners only' })
    await shows(owners)
    expect(await owners.isDisabled()).toBe(true)
    await grace.goto('/acme/members')
    await row(grace, /Ada Lovelace/)
      .getByRole('button', { name: /^Actions for/ })
      .click()
    for (const name of [/^Change role/, /^Remove from organization/]) {
      expect(await grace.getByRole('menuitem', { name }).getAttribute('aria-disabled')).toBe('true')
    }
  },
)
