import { begin, GRACE, gatherIn } from '../src/crowd.ts'
import { act, row } from '../src/steps.ts'
import { shows, story } from '../src/story.ts'

story(
  'a part of the page that cannot be fetched is said so, and another try loads it',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    await ada.goto('/acme/members')
    await shows(row(ada, /Grace Hopper/))

    forgive(ada, /ERR_FAILED|Failed to fetch dynamically imported module/)
    await ada.route(/assets\/change-role-dialog/, (route) => route.abort())
    await act(ada, /Grace Hopper/, 'Change role')
    await shows(ada.getByRole('heading', { name: 'This page could not be loaded' }))
    await ada.unrouteAll()
    await ada.getByRole('button', { name: 'Try again' }).click()
    await shows(ada.getByRole('dialog', { name: 'Change the role of Grace Hopper' }))
  },
)
