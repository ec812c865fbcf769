import { setUp, signIn } from '../src/steps.ts'
import { axe, hides, shows, story } from '../src/story.ts'

story(
  'T28 the first owner sets Roster up with the printed link, which works once',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await ada.goto('/')
    await shows(ada.getByRole('heading', { name: 'Roster is not set up yet' }))

    await setUp(roster, ada)
    await shows(ada.getByRole('heading', { name: 'Invite members' }))
    await axe(ada)

    const stranger = await as('stranger')
    forgive(stranger, /status of 4\d\d/)
    await stranger.goto(await roster.setUpLink())
    await shows(stranger.getByRole('heading', { name: 'This Roster is set up already' }))
    await hides(stranger.getByLabel('Your name'))
  },
)

story('the first owner signs out and in again, and lands where they wanted to go', async ({ roster, as }) => {
  const ada = await as('ada')
  await setUp(roster, ada)
  await ada.getByRole('button', { name: /Your account/ }).click()
  await ada.getByRole('menuitem', { name: 'Sign out' }).click()
  await shows(ada.getByRole('heading', { name: /Sign in/ }))

  await ada.goto('/acme/audit')
  await signIn(ada, 'ada@acme.test')
  await shows(ada.getByRole('heading', { level: 1, name: 'Audit' }))
})
