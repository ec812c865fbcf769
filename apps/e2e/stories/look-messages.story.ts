import { call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'messages and first steps look right and axe finds nothing',
  { timeout: 180_000 },
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    const acme = { organization: 'acme' }
    await ada.goto('/acme/settings/first-steps')
    await shows(ada.getByText(/There are none yet/))
    await lookAt(ada, 'first-steps-none')
    await call(ada.request, roster.url, 'onboarding.update', {
      ...acme,
      steps: [
        { title: 'Say hello', text: 'In the channel of the team.\nEverybody reads it.' },
        { title: 'Read the handbook', link: 'https://wiki.acme.test/handbook' },
        { title: 'Add a picture of yourself', link: '/account' },
      ],
    })
    await call(ada.request, roster.url, 'templates.update', {
      ...acme,
      kind: 'invitation',
      subject: '{organization} needs you as {role}',
      body: 'We meet on Mondays.\nAsk {inviter} about anything.',
    })
    await ada.goto('/acme/settings/first-steps')
    await shows(ada.getByText('Step 3'))
    await lookAt(ada, 'first-steps')
    await ada.goto('/acme/settings/messages')
    await shows(ada.getByText(/^Changed/))
    await lookAt(ada, 'messages')
    await ada.getByRole('button', { name: 'Preview' }).first().click()
    await shows(ada.getByRole('dialog', { name: 'Acme needs you as Member' }))
    await lookAt(ada, 'messages-preview')

    await gatherIn(roster, ada, [GRACE])
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme')
    await grace.getByRole('checkbox', { name: 'Say hello' }).check()
    await lookAt(grace, 'home-first-steps')
  },
)
