import { call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { invite } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'a young organization and one’s own pages look right and axe finds nothing',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    forgive(ada, /status of 404/)
    await begin(roster, ada)
    await ada.goto('/acme')
    await shows(ada.getByRole('heading', { name: 'Invite members' }))
    await lookAt(ada, 'young-home')
    await ada.goto('/acme/members')
    await shows(ada.getByText('Only you so far'))
    await lookAt(ada, 'young-members')
    await ada.goto('/acme/members/invitations')
    await shows(ada.getByText('Nobody has been invited yet'))
    await lookAt(ada, 'young-invitations')
    await invite(ada, 'mary@moon.test')
    await gatherIn(roster, ada, [GRACE], 'viewer')

    for (const [path, name] of [
      ['/', 'my-organizations'],
      ['/new', 'new-organization'],
      ['/account', 'account'],
      ['/account/security', 'security'],
      ['/account/invitations', 'my-invitations-empty'],
      ['/nowhere', 'nowhere'],
    ] as const) {
      await ada.goto(path)
      await shows(ada.getByRole('heading', { level: 1 }))
      await lookAt(ada, name)
    }

    const grace = await as('grace')
    forgive(grace, /status of 4\d\d/)
    await enter(roster, grace, GRACE)
    await call(grace.request, roster.url, 'organizations.create', { name: 'Navy', slug: 'navy' })
    const recipients = ['@ada-lovelace']
    await call(grace.request, roster.url, 'invitations.send', { organization: 'navy', recipients })
    await ada.goto('/account/invitations')
    await shows(ada.getByRole('button', { name: 'Join Navy' }))
    await lookAt(ada, 'my-invitations')
    await ada.getByRole('link', { name: 'Navy' }).click()
    await shows(ada.getByRole('heading', { name: /invites you/ }))
    await lookAt(ada, 'invitation-addressee')

    for (const [path, name] of [
      ['/acme', 'viewer-home'],
      ['/acme/members', 'viewer-members'],
      ['/acme/members/invitations', 'viewer-invitations'],
      ['/acme/audit', 'viewer-audit'],
      ['/acme/settings', 'viewer-settings'],
      ['/acme/settings/policies', 'viewer-policies'],
      ['/acme/settings/leave', 'viewer-leave'],
    ] as const) {
      await grace.goto(path)
      await shows(grace.getByRole('heading', { level: 1 }))
      await lookAt(grace, name)
    }
  },
)
