import { call } from '../src/api.ts'
import { ADA, begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { axe, expect, hides, reads, shows, story } from '../src/story.ts'

story(
  'T11 O7 somebody with an account is found from four characters of their username, invited, and joins with a click',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await call(grace.request, roster.url, 'organizations.create', { name: 'Navy', slug: 'navy' })

    const asked: string[] = []
    grace.on('request', (request) => {
      if (request.url().includes('invitations.suggest')) asked.push(request.postData() ?? '')
    })
    await grace.goto('/navy/members')
    await grace.getByRole('button', { name: 'Invite people' }).first().click()
    const dialog = grace.getByRole('dialog', { name: 'Invite people to Navy' })
    const field = dialog.getByRole('combobox', { name: 'Email addresses or usernames' })
    await field.pressSequentially('ada')
    await grace.waitForTimeout(600) // longer than the pause after which it would ask
    expect(asked).toEqual([])
    await field.pressSequentially('-')
    await shows(dialog.getByRole('option', { name: '@ada-lovelace' }))
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain('"ada-"')

    await field.press('ArrowDown')
    await field.press('Enter')
    await shows(dialog.getByRole('listitem').filter({ hasText: '@ada-lovelace' }))
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
    await shows(grace.getByRole('dialog', { name: '1 person invited to Navy' }))
    await grace.getByRole('button', { name: 'Done' }).click()

    await grace.getByRole('link', { name: /^Invitations/ }).click()
    await shows(grace.getByRole('row', { name: /@ada-lovelace/ }))
    await reads(grace.getByRole('main'), '@ada-lovelace')
    await hides(grace.getByText(ADA.email))

    await ada.goto('/')
    await shows(ada.getByText('1 open invitation'))
    await axe(ada)
    await ada.getByRole('button', { name: 'Join Navy' }).click()
    await shows(ada.getByRole('link', { name: /Navy/ }))
    await ada.getByRole('link', { name: /Navy/ }).first().click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Navy' }))
    expect(mailbox.letters(ADA.email).map(({ subject }) => subject)).toContain(
      'Grace Hopper invites you to join Navy',
    )
  },
)

story(
  'O13 an invitation shows up in the open page of its addressee, and stays among the past ones',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await call(grace.request, roster.url, 'organizations.create', { name: 'Navy', slug: 'navy' })

    await ada.goto('/account/invitations')
    await shows(ada.getByText('No open invitations'))
    const recipients = ['@ada-lovelace']
    await call(grace.request, roster.url, 'invitations.send', { organization: 'navy', recipients })
    await ada.getByRole('button', { name: 'Decline Navy' }).click()
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
    await shows(ada.getByText('No open invitations'))
    await shows(ada.getByRole('row', { name: /Navy.*Declined/ }))
  },
)
