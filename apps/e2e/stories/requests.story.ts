import { call } from '../src/api.ts'
import { ADA, begin, enter, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { fillAccount, signIn } from '../src/steps.ts'
import { axe, hides, lookAt, reads, shows, story } from '../src/story.ts'

story.override('settings', { ROSTER_SIGN_UP: 'open' })

story(
  'O3 O11 O12 somebody outside asks to join, is approved with a role and a project, and accepts',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    const organization = 'acme'
    await call(ada.request, roster.url, 'projects.create', { organization, name: 'Apollo' })
    await call(ada.request, roster.url, 'organizations.update', {
      organization,
      policies: { joinRequests: true },
    })

    const mary = await as('mary')
    forgive(mary, /status of 40[14]/)
    await mary.goto('/join/acme')
    await shows(mary.getByRole('heading', { name: 'Ask to join Acme' }))
    await lookAt(mary, 'join-visitor')
    await mary.getByRole('link', { name: 'Create an account' }).click()
    await fillAccount(mary, MARY)
    await mary.getByRole('button', { name: 'Create account' }).click()
    await mary.goto(await mailbox.linkFor(MARY.email, 'Confirm your email address'))
    await mary.getByRole('button', { name: /Verify/ }).click()
    await mary.goto('/sign-in?next=/join/acme')
    await signIn(mary, MARY.email)
    await mary.getByLabel('Why do you want to join Acme?').fill('I calculate the orbits you fly.')
    await lookAt(mary, 'join-outsider')
    await mary.getByRole('button', { name: 'Ask to join' }).click()
    await shows(mary.getByText('Your request is on its way'))
    await lookAt(mary, 'join-asked')

    await mailbox.waitFor(ADA.email, 'Mary Somerville asks to join Acme')
    await ada.goto('/acme')
    await ada.getByRole('link', { name: 'Requests 1' }).click()
    await shows(ada.getByText('I calculate the orbits you fly.'))
    await lookAt(ada, 'requests-open')
    await ada.getByRole('button', { name: 'Approve the request of Mary Somerville' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /^Project/ }).selectOption({ label: 'Apollo' })
    await dialog.getByLabel('Role there').selectOption({ label: 'Editor' })
    await dialog.getByRole('radio', { name: 'Ongoing collaboration' }).check()
    await dialog.getByLabel('Message').fill('Glad that you ask.')
    await lookAt(ada, 'requests-approve')
    await dialog.getByRole('button', { name: 'Approve and invite' }).click()
    await shows(ada.getByText('Nothing waits for an answer'))
    await ada.getByRole('link', { name: 'Closed' }).click()
    await shows(ada.getByText('Ground: ongoing collaboration.'))
    await lookAt(ada, 'requests-closed')

    await mary.goto('/account/requests')
    await shows(mary.getByText('Approved', { exact: true }))
    await lookAt(mary, 'my-requests')
    await mary.goto(await mailbox.linkFor(MARY.email, /invites you to join Acme/))
    await mary.getByRole('button', { name: /Join Acme/ }).click()
    await shows(mary.getByRole('heading', { level: 1, name: 'Acme' }))
    await ada.goto('/acme/members')
    await shows(ada.getByRole('row', { name: /Mary Somerville.*Member/ }))
    await mary.goto('/acme/projects')
    await shows(mary.getByText('Apollo'))
    await ada.goto('/acme/audit')
    await shows(ada.getByRole('button', { name: /approved the request of Mary Somerville/ }))
  },
)

story(
  'O3 a member asks for an open project, is rejected with a message, asks again and withdraws',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    await call(ada.request, roster.url, 'projects.create', {
      organization: 'acme',
      name: 'Apollo',
      visibility: 'requests',
    })
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/projects')
    await grace.getByRole('link', { name: 'Apollo' }).first().click()
    await grace.getByRole('button', { name: 'Ask to join' }).click()
    const asking = grace.getByRole('dialog', { name: 'Ask to join Apollo' })
    await asking.getByLabel('Why do you need it?').fill('I write the compiler.')
    await axe(grace)
    await asking.getByRole('button', { name: 'Send request' }).click()
    await shows(grace.getByRole('link', { name: 'You have asked to join' }))

    await ada.goto('/acme/requests')
    await ada.getByRole('button', { name: 'Reject the request of Grace Hopper' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Message').fill('Not before spring.')
    await lookAt(ada, 'requests-reject')
    await dialog.getByRole('button', { name: 'Reject request' }).click()
    await hides(ada.getByText('I write the compiler.'))
    const letter = await mailbox.waitFor(GRACE.email, 'Your request to join Apollo')
    if (!letter.text.includes('Not before spring.')) throw new Error(letter.text)

    await shows(grace.getByRole('button', { name: 'Ask to join' }))
    await grace.getByRole('button', { name: 'Ask to join' }).click()
    await asking.getByLabel('Why do you need it?').fill('It is spring.')
    await asking.getByRole('button', { name: 'Send request' }).click()
    await grace.getByRole('link', { name: 'You have asked to join' }).click()
    await reads(grace.getByRole('main'), /The answer says: “Not before spring.”/)
    await shows(ada.getByText('It is spring.'))
    await grace.getByRole('button', { name: 'Withdraw the request to join Apollo' }).click()
    await shows(grace.getByText('Withdrawn', { exact: true }))
    await shows(ada.getByText('Nothing waits for an answer'))
  },
)
