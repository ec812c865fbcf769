import { at, call } from '../src/api.ts'
import { ADA, ALAN, begin, enter, GRACE, gatherIn, JOAN, joinBy, MARY } from '../src/crowd.ts'
import { DAY, invite } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

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
