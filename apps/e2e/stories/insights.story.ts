import { at, call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, JOAN, MARY } from '../src/crowd.ts'
import { DAY } from '../src/steps.ts'
import { axe, hides, reads, shows, story } from '../src/story.ts'

story('D36 the insights tell of people and invitations, as charts and as tables', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE, ALAN])
  await call(ada.request, roster.url, 'invitations.send', {
    organization: 'acme',
    recipients: ['eve@acme.test', 'mallory@acme.test'],
  })
  await ada.goto('/acme')
  await ada.getByRole('link', { name: 'Insights' }).click()
  await shows(ada.getByRole('heading', { level: 1, name: 'Insights' }))
  await shows(ada.getByRole('figure', { name: /^4 sent, 2 opened, 2 accepted.*2 waiting$/ }))
  await shows(ada.getByRole('figure', { name: /Member: 2.*Owner: 1/ }))

  // By keyboard: each chart is a table as well, and what a line counts is one press away.
  for (const name of ['role mix', 'inactive people', 'invitations', 'time to accept']) {
    await ada.getByRole('button', { name: `Show as a table: ${name}` }).focus()
    await ada.keyboard.press('Enter')
  }
  await reads(ada.getByRole('table', { name: 'Invitations' }), /Sent 4 Opened 2 Accepted 2 Waiting 2/)
  await reads(ada.getByRole('table', { name: 'Time to accept' }), /Within an hour 2/)
  await axe(ada)
  await ada.getByRole('table', { name: 'Role mix' }).getByRole('link', { name: 'Member' }).click()
  await shows(ada.getByRole('row', { name: /Grace Hopper/ }))
  await hides(ada.getByRole('row', { name: /Ada Lovelace/ }))

  // Members see people, and nothing of invitations.
  const grace = await as('grace')
  await enter(roster, grace, GRACE)
  await grace.goto('/acme/insights')
  await shows(grace.getByRole('heading', { name: 'Inactive people' }))
  await hides(grace.getByRole('heading', { name: 'Time to accept' }))
})

story(
  'D36 D40 D41 O15 the home hints at powerful roles that rest, many owners, and a review that is due',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [JOAN, MARY, ALAN], 'owner')
    await gatherIn(roster, ada, [GRACE], 'admin')
    await ada.goto('/acme')
    await shows(ada.getByText('Acme has 4 owners'))
    await hides(ada.getByText('A review of access is due'))
    await ada.goto('about:blank')

    await roster.advance(181 * DAY)
    await call(ada.request, roster.url, 'identity.signIn', {
      email: 'ada@acme.test',
      password: 'correct horse battery staple',
    })
    await ada.goto('/acme')
    await shows(ada.getByText('1 person rests with the role Admin'))
    await shows(ada.getByText(/people rest with the role Owner/))
    await axe(ada)
    const resting = ada.getByRole('listitem').filter({ hasText: 'with the role Admin' })
    await resting.getByRole('link', { name: 'Look at them' }).click()
    await shows(ada.getByRole('row', { name: /Grace Hopper/ }))
    await hides(ada.getByRole('row', { name: /Joan Clarke/ }))
    await ada.goBack()
    await ada.getByRole('link', { name: 'Start a review' }).click()
    await shows(ada.getByRole('dialog', { name: 'Start a review' }))
    const hints = await call(ada.request, roster.url, 'insights.hints', { organization: 'acme' })
    if (at(hints, 3, 'kind') !== 'review-due') throw new Error(JSON.stringify(hints))
  },
)
