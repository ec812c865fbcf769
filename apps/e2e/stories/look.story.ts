import { at, call } from '../src/api.ts'
import { ADA, ALAN, begin, enter, GRACE, gatherIn, JOAN, joinBy, MARY } from '../src/crowd.ts'
import { DAY, fillAccount, invite } from '../src/steps.ts'
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

story(
  'every page of an invitation looks right and axe finds nothing',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [ALAN])
    await invite(ada, `${GRACE.email}, ${ALAN.email}, ${MARY.email}`)
    const visitor = await as('visitor')
    forgive(visitor, /status of 4\d\d/)
    const link = await mailbox.linkFor(GRACE.email)
    await visitor.goto(link)
    await shows(visitor.getByText('You will be able to'))
    await lookAt(visitor, 'invitation-new-account')
    await ada.goto(link)
    await shows(ada.getByText(/This invitation is for/))
    await lookAt(ada, 'invitation-wrong-account')

    await visitor.getByRole('button', { name: 'Decline the invitation' }).click()
    await shows(visitor.getByRole('alertdialog'))
    await lookAt(visitor, 'invitation-decline')
    await visitor.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
    await shows(visitor.getByRole('heading', { name: /declined/ }))
    await lookAt(visitor, 'invitation-declined')

    const mary = await mailbox.linkFor(MARY.email)
    await roster.advance(8 * DAY)
    await visitor.goto(mary)
    await shows(visitor.getByRole('heading', { name: /expired/ }))
    await lookAt(visitor, 'invitation-expired')

    await enter(roster, ada, ADA)
    const again = await call(ada.request, roster.url, 'invitations.send', {
      organization: 'acme',
      recipients: [MARY.email],
    })
    await visitor.goto(mary)
    await visitor.reload()
    await shows(visitor.getByRole('heading', { name: 'There is a newer invitation' }))
    await lookAt(visitor, 'invitation-superseded')
    await visitor.goto(String(at(again, 0, 'result', 'link')))
    await shows(visitor.getByText(/This link was handed to you/))
    await lookAt(visitor, 'invitation-copied-link')
    await call(ada.request, roster.url, 'invitations.revoke', {
      organization: 'acme',
      invitations: [at(again, 0, 'result', 'invitation')],
    })
    await visitor.reload()
    await shows(visitor.getByRole('heading', { name: 'This invitation was withdrawn' }))
    await lookAt(visitor, 'invitation-revoked')

    const joan = await call(ada.request, roster.url, 'invitations.send', {
      organization: 'acme',
      recipients: [JOAN.email],
    })
    const used = String(at(joan, 0, 'result', 'link'))
    await joinBy(roster, ada, JOAN, used)
    await visitor.goto(used)
    await shows(visitor.getByRole('heading', { name: 'This invitation has been used' }))
    await lookAt(visitor, 'invitation-used')
    await visitor.goto('/nowhere/at/all')
    await lookAt(visitor, 'signed-out-nowhere')
  },
)
