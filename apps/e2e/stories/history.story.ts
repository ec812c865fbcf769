import { at, call } from '../src/api.ts'
import { ALAN, begin, GRACE, gatherIn } from '../src/crowd.ts'
import { DAY, row } from '../src/steps.ts'
import { expect, hides, lookAt, shows, story } from '../src/story.ts'

story(
  'an owner looks at an earlier day: who was there, with which role, and what has changed since',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN])
    const made = await call(ada.request, roster.url, 'projects.create', {
      organization: 'acme',
      name: 'Apollo',
    })
    const project = String(at(made, 'project'))
    const began = new Date().toISOString().slice(0, 10)

    await roster.advance(3 * DAY)
    await ada.clock.setSystemTime(Date.now() + 3 * DAY)
    const found = await call(ada.request, roster.url, 'members.list', {
      organization: 'acme',
      search: 'Alan',
    })
    const alan = at(found, 'items', 0, 'member')
    await call(ada.request, roster.url, 'members.remove', { organization: 'acme', members: [alan] })
    await ada.goto('/acme/members')
    await shows(row(ada, /Grace Hopper/))
    await hides(row(ada, /Alan Turing/))

    await ada.getByRole('button', { name: 'As of' }).click()
    await ada.getByLabel('Day', { exact: true }).fill(began)
    await shows(ada.getByText(/^As of \d/).first())
    await shows(row(ada, /Alan Turing.*Member/))
    await shows(row(ada, /Grace Hopper.*still here/))
    expect(await ada.getByRole('checkbox').count(), 'nothing is ticked in the past').toBe(0)
    expect(await ada.getByRole('button', { name: /^Actions for/ }).count()).toBe(0)
    await lookAt(ada, 'history-members')

    await ada.getByRole('link', { name: /Alan Turing/ }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Alan Turing' }))
    await shows(ada.getByText('Left since'))
    await lookAt(ada, 'history-person')
    await ada.getByRole('link', { name: 'What changed since' }).click()
    await shows(row(ada, /Alan Turing.*Left/))
    await shows(ada.getByRole('button', { name: /^Only Alan Turing/ }))
    await ada.getByRole('button', { name: /^Only Alan Turing/ }).click()
    await shows(ada.getByText(/had 3 members/))
    await lookAt(ada, 'history-changes')

    await ada.goto(`/acme/members?asOf=${began}`)
    await ada.getByRole('button', { name: 'Back to today' }).first().click()
    await hides(row(ada, /Alan Turing/))
    await shows(row(ada, /Grace Hopper/))

    await ada.goto(`/acme/projects/${project}?asOf=${began}`)
    await shows(ada.getByText('Nobody was in it'))
    await lookAt(ada, 'history-project')
  },
)
