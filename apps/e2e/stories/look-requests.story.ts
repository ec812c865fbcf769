import { call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'pages about requests and mail look right before anything has happened',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    for (const [path, name] of [
      ['/acme/requests', 'requests-none'],
      ['/account/requests', 'my-requests-none'],
      ['/account/notifications', 'notifications-untouched'],
    ] as const) {
      await ada.goto(path)
      await shows(ada.getByRole('heading', { level: 1 }))
      await lookAt(ada, name)
    }

    const visitor = await as('visitor')
    forgive(visitor, /status of 404/)
    await visitor.goto('/join/acme')
    await shows(visitor.getByRole('heading', { name: 'There is nothing here' }))
    await lookAt(visitor, 'join-closed')
    const policies = { joinRequests: true }
    await call(ada.request, roster.url, 'organizations.update', { organization: 'acme', policies })
    await visitor.goto('/join/acme')
    await shows(visitor.getByRole('link', { name: 'Sign in' }))
    await lookAt(visitor, 'join-without-sign-up')

    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/requests')
    await shows(grace.getByRole('heading', { name: 'Requests are not yours to answer' }))
    await lookAt(grace, 'requests-not-mine')
    await grace.goto('/join/acme')
    await shows(grace.getByText('You are a member already.'))
    await lookAt(grace, 'join-member')
  },
)
