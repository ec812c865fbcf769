import { ALAN, begin, GRACE, MARY } from '../src/crowd.ts'
import { act, invite, join, row } from '../src/steps.ts'
import { expect, hides, shows, story } from '../src/story.ts'

story.override('settings', { ROSTER_SMTP_URL: '' })

story(
  'without mail a copied link joins; once there is mail, what waited goes out, and nothing that became pointless',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await ada.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await begin(roster, ada)
    await ada.goto('/acme')
    await shows(ada.getByText('ROSTER_SMTP_URL'))

    await ada.goto('/acme/members?invite=true')
    const dialog = ada.getByRole('dialog')
    await shows(dialog.getByText('This server sends no mail yet'))
    await dialog.getByLabel('Email addresses or usernames').fill(`${GRACE.email},`)
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
    await shows(dialog.getByText('No mail was sent'))
    await dialog.getByRole('button', { name: 'Copy link' }).click()
    await shows(dialog.getByRole('button', { name: 'Copied' }))
    const link = await ada.evaluate(() => navigator.clipboard.readText())
    await dialog.getByRole('button', { name: 'Done' }).click()

    const grace = await as('grace')
    await grace.goto(link)
    await shows(grace.getByText(/This link was handed to you and did not come by mail/))
    await join(grace, link, GRACE)

    await invite(ada, `${ALAN.email}, ${MARY.email}`)
    await ada.goto('/acme/members/invitations')
    await shows(row(ada, /alan@bletchley\.test.*Not mailed yet/))
    await act(ada, /alan@bletchley\.test/, 'Revoke')
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Revoke invitation' }).click()
    await shows(ada.getByText(/The invitation for alan@bletchley\.test was revoked/))
    await hides(row(ada, /alan@bletchley\.test/))

    forgive(ada, /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|Failed to load resource/)
    forgive(grace, /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|Failed to load resource/)
    await roster.restart({ ROSTER_SMTP_URL: mailbox.url })
    await mailbox.waitFor(MARY.email, 'Ada Lovelace invites you to join Acme')
    await ada.reload()
    await shows(row(ada, /mary@moon\.test.*Active/))
    const invited = mailbox.letters().filter(({ subject }) => subject.includes('invites you'))
    expect(invited.map(({ to }) => to)).toEqual([MARY.email])
  },
)
