import { call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'policies, domains and offers look right and axe finds nothing',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE], 'viewer')
    await ada.goto('/acme/settings/domains')
    await shows(ada.getByText('No domains yet'))
    await lookAt(ada, 'domains-empty')
    const organization = 'acme'
    for (const name of ['acme.example', 'acme-labs.example'])
      await call(ada.request, roster.url, 'domains.add', { organization, name })
    await ada.goto(await mailbox.linkFor('postmaster@acme.example'))
    await shows(ada.getByRole('heading', { name: /belong to Acme/ }))
    await lookAt(ada, 'verify-domain')
    await ada.getByRole('button', { name: 'Confirm acme.example' }).click()
    await shows(ada.getByRole('heading', { name: 'The domain is confirmed' }))
    await lookAt(ada, 'domain-verified')
    await ada.goto('/verify-domain/dom_00000000000000000000000000#nothing')
    forgive(ada, /status of 404/)
    await shows(ada.getByRole('heading', { name: 'This link is not valid any more' }))
    await ada.goto('/acme/settings/domains')
    await ada.getByRole('switch').click()
    await shows(ada.getByLabel('They join as'))
    await lookAt(ada, 'domains')

    await call(ada.request, roster.url, 'organizations.setEntitlements', {
      organization,
      entitlements: [
        {
          name: 'Design tool',
          text: 'A seat for everybody. Ask IT for more storage.',
          link: 'https://design.acme.test',
        },
        { name: 'Train card', text: 'Half of it is paid.', link: null },
      ],
    })
    await ada.goto('/acme/settings/offers')
    await shows(ada.getByLabel('Name of offer 2'))
    await lookAt(ada, 'offers')
    await ada.goto('/acme')
    await shows(ada.getByRole('link', { name: /Design tool/ }))
    await lookAt(ada, 'home-with-offers')

    await call(ada.request, roster.url, 'organizations.update', {
      organization,
      policies: {
        seats: 25,
        allowedDomains: ['acme.test', 'acme.example'],
        joinRequests: true,
        requireReason: true,
        historyDays: 90,
        auditDays: 365,
      },
    })
    await ada.goto('/acme/settings/policies')
    await shows(ada.getByRole('heading', { name: 'How long the past is kept' }))
    await lookAt(ada, 'policies')

    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/settings/policies')
    await shows(grace.getByRole('heading', { name: 'How long the past is kept' }))
    await lookAt(grace, 'policies-viewer')
    await grace.goto('/acme/settings/offers')
    await shows(grace.getByText('Only owners change this.').or(grace.getByText('Your role does not allow')))
    await lookAt(grace, 'offers-viewer')
  },
)
