import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { row } from '../src/steps.ts'
import { hides, shows, story } from '../src/story.ts'

story(
  'D2 when only owners manage members, the open page of an admin closes at once',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE], 'admin')
    const grace = await as('grace')
    forgive(grace, /status of 403/)
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/members')
    await shows(row(grace, /Ada Lovelace/))

    await ada.goto('/acme/settings/policies')
    await ada.getByRole('radio', { name: 'Owners only' }).check()
    await ada.getByRole('button', { name: 'Save policy' }).click()
    await shows(ada.getByText('Policy saved'))

    await shows(grace.getByRole('heading', { name: 'The members are not open to you' }))
    await hides(grace.getByRole('link', { name: 'Members' }))
    await hides(row(grace, /Ada Lovelace/))
  },
)
