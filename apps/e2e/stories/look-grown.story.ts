import { moveIn } from '../src/demo.ts'
import { lookAt, shows, story } from '../src/story.ts'

const TWO_MONTHS_AGO = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10)

story(
  'a grown organization looks right on every page and axe finds nothing',
  { timeout: 240_000 },
  async ({ roster, as }) => {
    const ada = await as('ada')
    await moveIn(roster, ada)
    for (const [path, name] of [
      ['/acme', 'home'],
      ['/acme/members', 'members'],
      ['/acme/members?sort=active&dir=asc&page=3', 'members-page-3'],
      ['/acme/members?q=nobody-is-called-this', 'members-nobody'],
      [`/acme/members?asOf=${TWO_MONTHS_AGO}`, 'members-as-of'],
      ['/acme/members/changes', 'members-changes'],
      ['/acme/members/invitations', 'invitations'],
      ['/acme/members/invitations?status=all', 'invitations-all'],
      ['/acme/roles', 'roles'],
      ['/acme/audit', 'audit'],
      ['/acme/settings', 'settings'],
      ['/acme/settings/policies', 'policies'],
      ['/acme/settings/keys', 'keys-grown'],
      ['/acme/settings/service-accounts', 'service-accounts-grown'],
      ['/acme/settings/webhooks', 'webhooks-grown'],
      ['/acme/settings/leave', 'leave'],
    ] as const) {
      await ada.goto(path)
      await shows(ada.getByRole('heading', { level: 1 }))
      await lookAt(ada, name)
    }
  },
)
