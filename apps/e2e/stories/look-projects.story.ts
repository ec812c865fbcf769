import type { Page } from 'playwright-core'
import { at, call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, JOAN, MARY } from '../src/crowd.ts'
import { lookAt, shows, story } from '../src/story.ts'

story('projects, their people and groups look right and axe finds nothing', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE, ALAN, MARY, JOAN])
  const ask = (path: string, input: object) =>
    call(ada.request, roster.url, path, { organization: 'acme', ...input })
  const made = (name: string, visibility: string, description = '') =>
    ask('projects.create', { name, visibility, description }).then((one) => String(at(one, 'project')))
  const apollo = await made(
    'Apollo',
    'organization',
    'The lander, its guidance and everything that flies with it.',
  )
  const open = await made('Soil samples', 'requests', 'What came back, and where it lies.')
  await made(`A private one with a name that is ${'very '.repeat(12)}long`, 'private')
  const old = await made('Launch pad 3', 'organization')
  await ask('projects.archive', { project: old })

  const roles = await ask('roles.list', { level: 'project' })
  const role = (key: string) =>
    at(Array.isArray(roles) ? roles.find((one: unknown) => at(one, 'key') === key) : undefined, 'id')
  const group = at(await ask('groups.create', { name: 'Engineering', description: '' }), 'group')
  const people = await ask('members.list', { pageSize: 100 })
  const member = (name: string) => {
    const items = at(people, 'items')
    const found = Array.isArray(items) ? items.find((one: unknown) => at(one, 'name') === name) : undefined
    return at(found, 'member')
  }
  await ask('groups.addMembers', { group, members: [member('Mary Somerville'), member('Joan Clarke')] })
  await ask('assignments.assign', {
    changes: [
      { subject: { group }, project: apollo, role: role('viewer') },
      { subject: { member: member('Grace Hopper') }, project: apollo, role: role('admin') },
      {
        subject: { member: member('Joan Clarke') },
        project: apollo,
        role: role('editor'),
        reason: 'Knows it best',
      },
      {
        subject: { member: member('Alan Turing') },
        project: apollo,
        role: role('editor'),
        expiresAt: Date.now() + 3 * 86_400_000,
      },
    ],
  })

  const look = async (page: Page, path: string, name: string) => {
    await page.goto(path)
    await shows(page.getByRole('heading', { level: 1 }))
    await lookAt(page, name)
  }
  await look(ada, '/acme/projects', 'projects')
  await look(ada, '/acme/projects?state=archived', 'projects-archived')
  await look(ada, '/acme/projects?q=nothing', 'projects-no-match')
  await look(ada, '/acme/projects/'.concat(apollo), 'project')
  await look(ada, `/acme/projects/${apollo}?tab=groups`, 'project-groups')
  await look(ada, `/acme/projects/${apollo}?tab=invitations`, 'project-invitations')
  await look(ada, `/acme/projects/${apollo}?tab=settings`, 'project-general')
  await look(ada, `/acme/projects/${old}`, 'project-archived')
  await ada.goto(`/acme/projects/${apollo}`)
  await ada.getByRole('checkbox', { name: 'Select Grace Hopper' }).check()
  await lookAt(ada, 'project-ticked')
  await ada.getByRole('button', { name: 'Admin: why' }).click()
  await shows(ada.getByRole('dialog', { name: /Why Grace Hopper/ }))
  await lookAt(ada, 'project-why')

  const alan = await as('alan')
  await enter(roster, alan, ALAN)
  await look(alan, '/acme/projects', 'member-projects')
  await look(alan, `/acme/projects/${open}`, 'member-open-project')
  await look(alan, `/acme/projects/${apollo}?tab=settings`, 'member-project-settings')
})
