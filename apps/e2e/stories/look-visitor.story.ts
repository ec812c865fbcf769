import { ADA, begin } from '../src/crowd.ts'
import { fillAccount } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

const SIGNED_OUT = [
  ['/sign-in', 'sign-in', 'Sign in to Roster'],
  ['/sign-in?next=%2Facme&ended=true', 'sign-in-ended', 'Sign in to Roster'],
  ['/sign-up', 'sign-up-invited', 'Accounts are by invitation here'],
  ['/forgot', 'forgot', 'Forgot your password?'],
  ['/reset/otl_00000000000000000000000000', 'reset-dead', 'This link is not valid any more'],
  ['/verify/otl_00000000000000000000000000#secret', 'verify', 'Verify your email address'],
  ['/confirm-email/otl_00000000000000000000000000', 'confirm-dead', 'This link is not valid any more'],
  [
    '/invitations/inv_00000000000000000000000000',
    'invitation-part-missing',
    'A part of this link is missing',
  ],
  ['/setup', 'set-up-done', 'This Roster is set up already'],
] as const

story(
  'every page of a visitor looks right and axe finds nothing',
  async ({ roster, as, mailbox, forgive }) => {
    const visitor = await as('visitor')
    forgive(visitor, /status of 4\d\d/)
    await visitor.goto('/setup')
    await lookAt(visitor, 'set-up-without-link')
    await visitor.goto(await roster.setUpLink())
    await lookAt(visitor, 'set-up-you')
    await visitor.getByRole('button', { name: 'Continue' }).click()
    await shows(visitor.getByText('Type your name.'))
    await lookAt(visitor, 'set-up-errors')
    await fillAccount(visitor, ADA)
    await visitor.getByRole('button', { name: 'Continue' }).click()
    await shows(visitor.getByLabel('Name of the organization'))
    await lookAt(visitor, 'set-up-organization')

    const ada = await as('ada')
    await begin(roster, ada)
    for (const [path, name, heading] of SIGNED_OUT) {
      await visitor.goto(path)
      await shows(visitor.getByRole('heading', { level: 1, name: heading }))
      await lookAt(visitor, name)
    }
    await visitor.goto('/forgot')
    await visitor.getByLabel('Email address').fill(ADA.email)
    await visitor.getByRole('button', { name: 'Send the link' }).click()
    await shows(visitor.getByRole('heading', { name: 'Look into your mail' }))
    await lookAt(visitor, 'check-your-mail')
    await visitor.goto(await mailbox.linkFor(ADA.email, 'Reset your password'))
    await shows(visitor.getByLabel('New password'))
    await lookAt(visitor, 'reset')
  },
)
