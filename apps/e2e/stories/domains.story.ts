import { begin } from '../src/crowd.ts'
import { fillAccount, invite, signIn } from '../src/steps.ts'
import { lookAt, reads, shows, story } from '../src/story.ts'

story.override('settings', { ROSTER_SIGN_UP: 'open' })

const GRACE = { name: 'Grace Hopper', username: 'grace-hopper', email: 'grace@acme.example' }

story(
  'D33 O16 an organization proves its domain, and somebody with an address there joins with one click',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await ada.goto('/acme/settings/domains')
    await ada.getByLabel('Domain', { exact: true }).fill('gmail.com')
    await ada.getByRole('button', { name: 'Add domain' }).click()
    await shows(ada.getByText('Anybody can have an address at gmail.com'))
    await ada.getByLabel('Domain', { exact: true }).fill('acme.example')
    await ada.getByRole('button', { name: 'Add domain' }).click()
    await shows(ada.getByText('Waiting for postmaster@'))

    const postmaster = await as('postmaster')
    await postmaster.goto(await mailbox.linkFor('postmaster@acme.example', 'belong to Acme'))
    await shows(postmaster.getByRole('heading', { name: 'Does acme.example belong to Acme?' }))
    await postmaster.getByRole('button', { name: 'Confirm acme.example' }).click()
    await shows(postmaster.getByRole('heading', { name: 'The domain is confirmed' }))

    // Nobody reloads: the page of the settings hears of it.
    await shows(ada.getByText('Proven', { exact: true }))
    await ada.getByRole('switch', { name: 'People with an address here join by themselves' }).click()
    await shows(ada.getByLabel('They join as'))

    const grace = await as('grace')
    await grace.goto('/sign-up')
    await fillAccount(grace, GRACE)
    await grace.getByRole('button', { name: 'Create account' }).click()
    await shows(grace.getByRole('heading', { name: 'Look into your mail' }))
    await grace.goto(await mailbox.linkFor(GRACE.email, 'Confirm your email address'))
    await grace.getByRole('button', { name: 'Verify the address' }).click()
    await grace.goto('/sign-in')
    await signIn(grace, GRACE.email)
    await reads(grace.getByRole('main'), 'People with an address at acme.example can join')
    await lookAt(grace, 'home-joinable')
    await grace.getByRole('button', { name: 'Join Acme' }).click()
    await shows(grace.getByRole('heading', { level: 1, name: 'Acme' }))

    // Whoever is invited sees whose domain that is, before they decide.
    await invite(ada, 'mary@moon.test')
    const mary = await as('mary')
    await mary.goto(await mailbox.linkFor('mary@moon.test'))
    await reads(mary.getByRole('main'), 'acme.example proven by whoever runs them')
    await lookAt(mary, 'invitation-with-domain')

    await ada.goto('/acme/members')
    await shows(ada.getByRole('row', { name: /Grace Hopper/ }))
  },
)
