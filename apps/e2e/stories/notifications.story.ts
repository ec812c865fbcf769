import { at, call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { expect, lookAt, shows, story } from '../src/story.ts'

story(
  'O13 O14 O16 somebody mutes an organization beside its invitation, and switches off a kind of mail',
  async ({ roster, as, mailbox, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    const grace = await as('grace')
    forgive(grace, /status of 404/)
    await enter(roster, grace, GRACE)
    await call(ada.request, roster.url, 'organizations.create', { name: 'Navy', slug: 'navy' })
    const invite = () =>
      call(ada.request, roster.url, 'invitations.send', {
        organization: 'navy',
        recipients: ['@grace-hopper'],
      })
    await invite()
    await mailbox.waitFor(GRACE.email, /join Navy/)

    await grace.goto('/account/invitations')
    await grace.getByRole('button', { name: 'Mute Navy' }).click()
    await shows(grace.getByRole('button', { name: 'Unmute Navy' }))
    await shows(grace.getByRole('button', { name: 'Join Navy' }))
    await lookAt(grace, 'my-invitations-muted')
    await invite()
    // The sender is told why nothing was sent.
    const delivery = async () => {
      const sent = await call(ada.request, roster.url, 'invitations.list', { organization: 'navy' })
      return at(sent, 'items', 0, 'delivery', 'state')
    }
    await expect.poll(delivery).toBe('pointless')
    expect(mailbox.letters(GRACE.email).filter(({ subject }) => /Navy/.test(subject))).toHaveLength(1)

    await grace.goto('/account/notifications')
    const mail = (name: string) => grace.getByRole('switch', { name })
    expect(await mail('Mail from Navy').isChecked()).toBe(false)
    expect(await mail('Mail from Acme').isChecked()).toBe(true)
    await mail('Joining').click()
    await expect.poll(() => mail('Joining').isChecked()).toBe(false)
    await lookAt(grace, 'notifications')
    await mail('Mail from Navy').click()
    await shows(grace.getByText('Navy may send you mail again.'))
    await invite()
    await grace.goto(await mailbox.linkFor(GRACE.email, /join Navy/))
    await grace.getByRole('button', { name: 'Join Navy' }).click()
    await shows(grace.getByRole('heading', { level: 1, name: 'Navy' }))
    await grace.goto('/account/notifications')
    await grace.reload()
    expect(await mail('Joining').isChecked()).toBe(false)
    expect(mailbox.letters(GRACE.email).filter(({ subject }) => /Welcome to Navy/.test(subject))).toEqual([])
  },
)
