import { Webhook } from 'standardwebhooks'
import { begin } from '../src/crowd.ts'
import { openReceiver, type Posted } from '../src/receiver.ts'
import { invite } from '../src/steps.ts'
import { expect, lookAt, reads, shows, story } from '../src/story.ts'

story.override('settings', { ROSTER_WEBHOOKS_TO_PRIVATE: 'true' })

const HOUR = 3_600_000

const verified = (secret: string, { headers, body }: Posted): unknown =>
  new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  })

story(
  'D49 F22 A45 events arrive signed, one that is not taken is shown and sent again, and the owners hear of what is gone',
  { timeout: 180_000 },
  async ({ roster, as, mailbox, forgive, onTestFinished }) => {
    const receiver = await openReceiver()
    onTestFinished(() => receiver.close())
    const ada = await as('ada')
    forgive(ada, /status of 400/)
    await begin(roster, ada)
    await ada.goto('/acme/settings')
    await ada.getByRole('link', { name: 'Webhooks' }).click()
    await shows(ada.getByText('No webhooks yet'))
    await lookAt(ada, 'webhooks-empty')

    await ada.getByRole('button', { name: 'Add webhook' }).click()
    const adding = ada.getByRole('dialog', { name: 'Add a webhook' })
    await adding.getByLabel('Name').fill('Chat of the team')
    await adding.getByLabel('Address of the receiver').fill('https://169.254.169.254/latest/')
    await adding.getByRole('checkbox', { name: 'Every event' }).uncheck()
    await adding.getByText('Members', { exact: true }).click()
    await adding.getByRole('checkbox', { name: /^Member joined/ }).check()
    await lookAt(ada, 'webhook-add')
    await adding.getByRole('checkbox', { name: 'Every event' }).check()
    await adding.getByRole('button', { name: 'Add webhook' }).click()
    await shows(adding.getByText('it leads to a private or reserved address'))
    await adding.getByLabel('Address of the receiver').fill(receiver.url)
    await adding.getByRole('button', { name: 'Add webhook' }).click()

    const shown = ada.getByRole('dialog', { name: 'Chat of the team is added' })
    const secret = await shown.getByText(/^whsec_/).innerText()
    await lookAt(ada, 'webhook-secret')
    await shown.getByRole('button', { name: 'Done' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Chat of the team' }))
    await expect.poll(() => receiver.posted.map(({ type }) => type)).toEqual(['webhook.created'])

    // Nobody reloads: the log hears of what was sent.
    const log = ada.getByRole('table')
    await reads(log, /Webhook created.*Delivered/)
    await ada.getByRole('button', { name: 'Send a test' }).click()
    await reads(log, /Webhook tested.*Delivered/)
    for (const posted of receiver.posted) verified(secret, posted)

    receiver.answer(500)
    await invite(ada, 'grace@navy.test')
    await ada.goto('/acme/settings/webhooks')
    await reads(ada.getByRole('row', { name: /Chat of the team/ }), 'Failing')
    await lookAt(ada, 'webhooks-failing')
    await ada.getByRole('link', { name: /Chat of the team/ }).click()
    await shows(ada.getByText('The receiver takes nothing at the moment'))
    await lookAt(ada, 'webhook-failing')
    await ada.getByRole('button', { name: /^Invitation sent/ }).click()
    const delivery = ada.getByRole('dialog', { name: 'Invitation sent' })
    await reads(delivery, 'the disk is full')
    await reads(delivery, '"type": "invitation.sent"')
    await lookAt(ada, 'webhook-delivery')
    receiver.answer(204)
    await delivery.getByRole('button', { name: 'Send again' }).click()
    await reads(delivery, 'Delivered')
    await ada.keyboard.press('Escape')
    const sent = receiver.posted.filter(({ type }) => type === 'invitation.sent')
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(sent.length).toBeGreaterThan(1)

    await ada.getByRole('button', { name: 'Actions for Chat of the team' }).click()
    await ada.getByRole('menuitem', { name: 'Rotate secret' }).click()
    await ada.getByRole('button', { name: 'Rotate secret' }).click()
    const rotated = ada.getByRole('dialog', { name: 'The new secret of Chat of the team' })
    const next = await rotated.getByText(/^whsec_/).innerText()
    await rotated.getByRole('button', { name: 'Done' }).click()
    const before = receiver.posted.length
    await ada.getByRole('button', { name: 'Send a test' }).click()
    await expect
      .poll(() => receiver.posted.slice(before).some(({ type }) => type === 'webhook.tested'))
      .toBe(true)
    for (const posted of receiver.posted.slice(before).filter(({ type }) => type === 'webhook.tested')) {
      verified(secret, posted)
      verified(next, posted)
    }

    receiver.answer(410)
    await ada.getByRole('button', { name: 'Send a test' }).click()
    await shows(ada.getByText('The receiver answered that it is gone for good'))
    await lookAt(ada, 'webhook-off')
    const { text } = await mailbox.waitFor('ada@acme.test', 'was switched off')
    expect(text).toContain('/acme/settings/webhooks/whk_')

    receiver.answer(204)
    await roster.advance(HOUR)
    await ada.getByRole('button', { name: 'Switch on' }).click()
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Switch on' }).click()
    await expect.poll(() => receiver.posted.at(-1)?.type).toBe('webhook.enabled')

    await ada.getByRole('button', { name: 'Actions for Chat of the team' }).click()
    await ada.getByRole('menuitem', { name: 'Delete' }).click()
    await ada.getByRole('button', { name: 'Delete webhook' }).click()
    await shows(ada.getByText('No webhooks yet'))
  },
)
