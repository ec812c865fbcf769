import { at, call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, JOAN, MARY } from '../src/crowd.ts'
import { lookAt, shows, story } from '../src/story.ts'

story('the groups look right, empty and full, and axe finds nothing', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE, ALAN, JOAN, MARY])
  const ask = (procedure: string, input: object) =>
    call(ada.request, roster.url, procedure, { organization: 'acme', ...input })

  await ada.goto('/acme/groups')
  await shows(ada.getByText('No groups yet'))
  await lookAt(ada, 'groups-empty')

  const made = async (name: string, description = '') =>
    String(at(await ask('groups.create', { name, description }), 'group'))
  const company = await made('Company', 'Everybody who works here')
  const engineering = await made('Engineering', 'Builds and runs it')
  const platform = await made('Platform')
  const people = await ask('groups.candidates', { group: platform, search: '' })
  const members = Array.isArray(people) ? people.map((one: unknown) => String(at(one, 'member'))) : []
  await ask('groups.addMembers', { group: platform, members })
  await ask('groups.addMembers', { group: engineering, members: members.slice(0, 2) })
  await ask('groups.setManager', { group: platform, member: members[1], manager: true })
  await ask('groups.nest', { group: company, child: engineering })
  await ask('groups.nest', { group: engineering, child: platform })
  const roles = await ask('roles.list', { level: 'project' })
  const role = (key: string) =>
    Array.isArray(roles)
      ? at(
          roles.find((one: unknown) => at(one, 'key') === key),
          'id',
        )
      : undefined
  for (const [name, group, key] of [
    ['Apollo', platform, 'editor'],
    ['Gemini', company, 'viewer'],
    ['Mercury, the one with a rather long name', engineering, 'admin'],
  ] as const) {
    const project = at(await ask('projects.create', { name }), 'project')
    await ask('assignments.assign', { changes: [{ subject: { group }, project, role: role(key) }] })
  }

  await ada.goto('/acme/groups')
  await shows(ada.getByRole('link', { name: /Platform/ }))
  await lookAt(ada, 'groups')
  await ada.goto('/acme/groups?create=true')
  await shows(ada.getByRole('dialog'))
  await lookAt(ada, 'group-create')

  const page = `${'/acme/groups/'}${platform}`
  for (const [query, name, word] of [
    ['', 'group-members', 'Grace Hopper'],
    ['?tab=groups', 'group-inside-none', 'No groups inside'],
    ['?tab=access', 'group-access', 'Apollo'],
    ['?tab=access&dialog=assign', 'group-assign', 'You see what happens before it does'],
    ['?tab=settings', 'group-settings', 'Delete this group'],
    ['?dialog=add', 'group-add', 'Ada Lovelace'],
    ['?dialog=delete', 'group-delete', 'people lose access'],
  ] as const) {
    await ada.goto(`${page}${query}`)
    await shows(ada.getByText(word))
    await lookAt(ada, name)
  }
  await ada.goto(`/acme/groups/${company}?tab=groups`)
  await shows(ada.getByRole('row', { name: /Engineering/ }))
  await lookAt(ada, 'group-inside')
  await ada.goto(`/acme/groups/${company}?nested=true`)
  await shows(ada.getByRole('row', { name: /through/ }))
  await lookAt(ada, 'group-nested')
  await ada.goto(`/acme/groups/${company}?tab=groups&dialog=nest`)
  await shows(ada.getByRole('radio', { name: 'Platform' }))
  await lookAt(ada, 'group-nest')

  const grace = await as('grace')
  await enter(roster, grace, GRACE)
  await grace.goto(`${page}`)
  await shows(grace.getByRole('row', { name: /Alan Turing/ }))
  await lookAt(grace, 'group-for-a-member')
})
