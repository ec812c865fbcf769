import { call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { act, row, tick } from '../src/steps.ts'
import { hides, reads, shows, story } from '../src/story.ts'

story(
  'I10 I17 a group is made, filled by its manager, put into another one, and people see what they lose',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN, MARY])

    await ada.goto('/acme')
    await ada.getByRole('link', { name: 'Groups' }).click()
    await shows(ada.getByText('No groups yet'))
    await ada.getByRole('main').getByRole('button', { name: 'Create group' }).last().click()
    const create = ada.getByRole('dialog', { name: 'Create group' })
    await create.getByRole('button', { name: 'Create group' }).click()
    await shows(create.getByText('Type a name for the group.'))
    await create.getByLabel('Name').fill('Engineering')
    await create.getByLabel('Description').fill('Builds and runs it')
    await create.getByRole('button', { name: 'Create group' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Engineering' }))
    await reads(ada.getByRole('main'), 'Builds and runs it')

    // People are found by search and put in together.
    await ada.getByRole('button', { name: 'Add people' }).first().click()
    const add = ada.getByRole('dialog', { name: 'Add people to Engineering' })
    await add.getByLabel('Search name, email, username').fill('grace')
    await add.getByRole('checkbox', { name: 'Grace Hopper' }).check()
    await add.getByLabel('Search name, email, username').fill('alan')
    await add.getByRole('checkbox', { name: 'Alan Turing' }).check()
    await reads(add, 'The group gives no access yet.')
    await add.getByRole('button', { name: 'Add 2 people' }).click()
    await shows(row(ada, /Grace Hopper/))
    await shows(row(ada, /Alan Turing/))

    // Grace becomes a manager and decides who is in it, and nothing else of it.
    await act(ada, /Grace Hopper/, /^Make a manager/)
    await shows(row(ada, /Grace Hopper.*Manager/))
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/groups')
    await shows(grace.getByText('You manage it'))
    await grace.getByRole('link', { name: /Engineering/ }).click()
    await grace.getByRole('button', { name: 'Add people' }).click()
    const more = grace.getByRole('dialog', { name: 'Add people to Engineering' })
    await more.getByRole('checkbox', { name: 'Mary Somerville' }).check()
    await shows(more.getByText('in it already').first())
    await more.getByRole('button', { name: 'Add 1 person' }).click()
    await shows(row(grace, /Mary Somerville/))
    // What she did shows to Ada without a reload.
    await shows(row(ada, /Mary Somerville/))
    await grace.getByRole('link', { name: 'Settings', exact: true }).last().click()
    await shows(grace.getByRole('button', { name: 'Delete group', disabled: true }))

    // Another group goes inside; its people are in the outer one too.
    const company = await call(ada.request, roster.url, 'groups.create', {
      organization: 'acme',
      name: 'Company',
    })
    const outer = typeof company === 'object' && company && 'group' in company ? String(company.group) : ''
    await ada.goto(`/acme/groups/${outer}?tab=groups`)
    await ada.getByRole('button', { name: 'Put a group in' }).click()
    const nest = ada.getByRole('dialog', { name: 'Put a group into Company' })
    await nest.getByRole('radio', { name: 'Engineering' }).check()
    await nest.getByRole('button', { name: 'Put group in' }).click()
    await shows(row(ada, /Engineering/))
    await ada
      .getByRole('link', { name: /^Members/ })
      .last()
      .click()
    await ada.getByRole('checkbox', { name: 'With people of groups inside' }).check()
    await shows(row(ada, /Mary Somerville.*through Engineering/))

    // A role in a project, given to the outer group, reaches them all, and says why.
    const project = await call(ada.request, roster.url, 'projects.create', {
      organization: 'acme',
      name: 'Apollo',
    })
    const apollo = typeof project === 'object' && project && 'project' in project ? project.project : ''
    const roles = await call(ada.request, roster.url, 'roles.list', {
      organization: 'acme',
      level: 'project',
    })
    const editor = Array.isArray(roles)
      ? roles.find((one: { key: string }) => one.key === 'editor')
      : undefined
    await call(ada.request, roster.url, 'assignments.assign', {
      organization: 'acme',
      changes: [{ subject: { group: outer }, project: apollo, role: editor?.id }],
    })
    await ada.getByRole('link', { name: 'Groups', exact: true }).first().click()
    await ada.getByRole('link', { name: /Engineering/ }).click()
    await reads(ada.getByRole('main'), 'Inside Company')
    await ada.getByRole('link', { name: 'Access' }).click()
    await shows(row(ada, /Apollo.*Editor.*Through Company/))

    // Before anybody is taken out it is said who loses what, and it can be taken back.
    await ada
      .getByRole('link', { name: /^Members/ })
      .last()
      .click()
    await tick(ada, /Alan Turing/)
    await tick(ada, /Mary Somerville/)
    await ada.getByRole('button', { name: 'Take out' }).click()
    const take = ada.getByRole('alertdialog')
    await reads(take, '2 people lose access')
    await reads(take, 'Editor in Apollo')
    await take.getByRole('button', { name: 'Take out' }).click()
    await hides(row(ada, /Alan Turing/))
    const said = ada.getByRole('listitem').filter({ hasText: '2 people taken out of Engineering.' })
    await said.getByRole('button', { name: 'Undo' }).click()
    await shows(row(ada, /Alan Turing/))
    // What is said in passing stays as long as the pointer rests on it.
    await ada.mouse.move(0, 0)
    await hides(ada.getByText('Undone: it is as it was before.'))

    await ada.getByRole('link', { name: 'Settings', exact: true }).last().click()
    await ada.getByRole('button', { name: 'Delete group' }).click()
    const gone = ada.getByRole('alertdialog')
    await reads(gone, '3 people lose access')
    await gone.getByRole('button', { name: 'Delete group' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Groups' }))
    await hides(row(ada, /Engineering/))
  },
)
