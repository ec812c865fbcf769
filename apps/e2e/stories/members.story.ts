import { ALAN, begin, GRACE, gatherIn, JOAN, MARY } from '../src/crowd.ts'
import { act, invite, row } from '../src/steps.ts'
import { counts, expect, hides, reads, shows, story } from '../src/story.ts'

story(
  'T1 D3 D7 D8 D9 the members are searched, sorted and counted, and the tabs count along',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN, MARY, JOAN])
    await ada.goto('/acme/members')
    const tabs = ada.getByRole('navigation', { name: 'People' })
    await reads(tabs.getByRole('link', { name: /^Members/ }), /^Members 5$/)
    await reads(tabs.getByRole('link', { name: /^Invitations/ }), /^Invitations 0$/)
    await reads(ada.getByRole('main'), '1–5 of 5')
    await reads(row(ada, /Ada Lovelace/), /@ada-lovelace.*ada@acme\.test.*Owner/)

    const names = () => ada.getByRole('table').first().getByRole('row').allInnerTexts()
    const order = async () =>
      (await names()).flatMap((text) => /Ada|Alan|Grace|Joan|Mary/.exec(text)?.[0] ?? [])
    await expect.poll(order).toEqual(['Ada', 'Alan', 'Grace', 'Joan', 'Mary'])
    await ada.getByRole('button', { name: /^Person/ }).click()
    await expect.poll(order).toEqual(['Mary', 'Joan', 'Grace', 'Alan', 'Ada'])
    await ada.getByRole('button', { name: /^Email/ }).click()
    await expect.poll(order).toEqual(['Ada', 'Alan', 'Grace', 'Joan', 'Mary'])
    await ada.getByRole('button', { name: /^Email/ }).click()
    await expect.poll(order).toEqual(['Mary', 'Joan', 'Grace', 'Alan', 'Ada'])

    const search = ada.getByLabel('Search name, email, username')
    await search.pressSequentially('BLETCH')
    await shows(ada.getByText('2 people found'))
    await expect.poll(order).toEqual(['Joan', 'Alan'])
    await search.press('Escape')
    expect(await search.inputValue()).toBe('')
    await counts(row(ada, /Member|Owner/), 5)

    await gatherIn(roster, ada, [
      { name: 'Emmy Noether', username: 'emmy-noether', email: 'emmy@erlangen.test' },
    ])
    await reads(tabs.getByRole('link', { name: /^Members/ }), /^Members 6$/)
    await reads(ada.getByRole('main'), '1–6 of 6')
  },
)

story(
  'T18 T19 T25 I9 D14 a pending invitation below the members is copied, sent again and revoked from its row',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await ada.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await begin(roster, ada)
    await invite(ada, GRACE.email)
    const first = await mailbox.linkFor(GRACE.email)
    await ada.goto('/acme/members')
    await shows(ada.getByRole('heading', { name: 'Pending invitations' }))

    await act(ada, /grace@navy\.test/, 'Copy link')
    await shows(ada.getByText(`Link copied. Hand it to ${GRACE.email} only.`))
    const copied = await ada.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/\/invitations\/inv_\w+#/)
    expect(copied).not.toBe(first)

    await act(ada, /grace@navy\.test/, 'Resend')
    await ada.getByRole('dialog').getByRole('button', { name: 'Resend invitation' }).click()
    const second = await mailbox.linkFor(GRACE.email, 'A new link to join Acme')
    expect(second).not.toBe(first)

    const grace = await as('grace')
    forgive(grace, /status of 4\d\d/)
    await grace.goto(second)
    await shows(grace.getByRole('heading', { name: 'Ada Lovelace invites you to Acme' }))
    await act(ada, /grace@navy\.test/, 'Revoke')
    const sure = ada.getByRole('alertdialog', { name: `Revoke the invitation for ${GRACE.email}?` })
    await reads(sure, 'The link stops working at once')
    await sure.getByRole('button', { name: 'Revoke invitation' }).click()
    await hides(ada.getByRole('heading', { name: 'Pending invitations' }))
    await grace.reload()
    await hides(grace.getByRole('heading', { name: 'Ada Lovelace invites you to Acme' }))
    await shows(grace.getByRole('heading', { name: 'This invitation was withdrawn' }))
  },
)
