import type { Page } from 'playwright-core'
import { at, call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { DAY } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'a person’s page and the evidence of an offboarding look right and axe finds nothing',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN, MARY])
    const ask = (path: string, input: object = {}) =>
      call(ada.request, roster.url, path, { organization: 'acme', ...input })
    const roles = await ask('roles.list', { level: 'project' })
    const role = (key: string) =>
      at(Array.isArray(roles) ? roles.find((one: unknown) => at(one, 'key') === key) : undefined, 'id')
    const project = async (name: string) => at(await ask('projects.create', { name }), 'project')
    const [apollo, gemini, long] = [
      await project('Apollo'),
      await project('Gemini'),
      await project(`One with a name that is ${'very '.repeat(12)}long`),
    ]
    const member = async (name: string) =>
      String(at(await ask('members.list', { search: name }), 'items', 0, 'member'))
    const [grace, alan, mary] = [await member('Grace'), await member('Alan'), await member('Mary')]
    const outer = at(await ask('groups.create', { name: 'Engineering' }), 'group')
    const inner = at(await ask('groups.create', { name: 'Platform' }), 'group')
    await ask('groups.nest', { group: outer, child: inner })
    await ask('groups.addMembers', { group: inner, members: [grace, alan] })
    await ask('members.update', { member: grace, title: 'Rear admiral', displayName: 'Amazing Grace' })
    await ask('assignments.assign', {
      changes: [
        { subject: { group: outer }, project: apollo, role: role('viewer') },
        { subject: { member: grace }, project: apollo, role: role('editor'), reason: 'Knows it best' },
        { subject: { member: grace }, project: long, role: role('admin'), expiresAt: Date.now() + 9 * DAY },
        { subject: { member: grace }, project: gemini, role: role('viewer'), expiresAt: Date.now() + DAY },
        { subject: { member: alan }, project: gemini, role: role('editor') },
      ],
    })
    await roster.advance(2 * DAY)
    await ada.clock.setSystemTime(Date.now() + 2 * DAY)
    await enter(roster, await as('grace'), GRACE)

    const look = async (page: Page, path: string, name: string) => {
      await page.goto(path)
      await shows(page.getByRole('heading', { level: 1 }))
      await lookAt(page, name)
    }
    const page = '/acme/members/'.concat(grace)
    await look(ada, page, 'person')
    await ada.goto(page)
    for (const name of ['Apollo', 'Gemini']) {
      await ada.locator('details').filter({ hasText: name }).locator('summary').first().click()
    }
    await shows(ada.getByText('Knows it best'))
    await lookAt(ada, 'person-why')
    await ada.getByRole('button', { name: 'Take away' }).first().click()
    await shows(ada.getByRole('alertdialog').getByText('This is lost'))
    await lookAt(ada, 'person-take-away')
    await ada.goto(`${page}?tab=sessions`)
    await shows(ada.getByText('last seen'))
    await lookAt(ada, 'person-sessions')
    await look(ada, `${page}?tab=invited`, 'person-invited')
    await look(ada, `${page}?tab=history`, 'person-history')
    await look(ada, `/acme/members/${mary}`, 'person-no-access')
    const asOf = new Date().toISOString().slice(0, 10)
    await look(ada, `${page}?asOf=${asOf}`, 'person-as-of')

    await ada.goto(`/acme/members/${alan}?dialog=offboard`)
    await shows(ada.getByText('This ends at once'))
    await lookAt(ada, 'person-offboard')
    const [change] = [
      at(await ask('members.offboard', { members: [alan], sent: 'revoke' }), 0, 'result', 'change'),
    ]
    await look(ada, '/acme/offboarded/'.concat(String(change)), 'offboarded')
    await look(ada, `/acme/members/${alan}`, 'person-former')

    const hers = await as('grace')
    await hers.clock.setSystemTime(Date.now() + 2 * DAY)
    await look(hers, page, 'person-own')
  },
)
