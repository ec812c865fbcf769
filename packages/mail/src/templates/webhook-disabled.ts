import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { exactly } from './moment.ts'
import { brief, greeting, phrase, strong } from './phrase.ts'

export type WebhookDisabledMail = {
  name: string
  organization: string
  /** What the webhook is called, and the host it sends to. */
  webhook: string
  receiver: string
  /** The receiver said that it is gone for good, or took nothing for three days. */
  reason: 'gone' | 'failing'
  /** When it last took something. */
  lastSuccessAt: Instant | null
  link: string
  host: string
}

/** To the owners, when Roster gives up sending events to a receiver. */
export function webhookDisabled(mail: WebhookDisabledMail): Rendered {
  const { name, organization, webhook, receiver, reason, lastSuccessAt, link, host } = mail
  const why =
    reason === 'gone'
      ? phrase`${receiver} answered that it is gone for good (410 Gone).`
      : phrase`${receiver} has taken nothing for three days.`
  return render({
    subject: phrase`The webhook ${brief(webhook)} was switched off`,
    preview: phrase`Events of ${organization} wait for you.`,
    heading: phrase`A webhook was switched off`,
    opening: [
      greeting(name),
      phrase`Roster stopped sending events of ${strong(organization)} to ${strong(webhook)}. ${why}`,
    ],
    facts: [
      { label: 'Webhook', value: phrase`${webhook}` },
      { label: 'Receiver', value: phrase`${receiver}` },
      {
        label: 'Last taken',
        value: lastSuccessAt === null ? phrase`Never` : phrase`${exactly(lastSuccessAt)}`,
      },
    ],
    action: { label: 'Look at the webhook', link },
    closing: [
      phrase`Nothing is lost yet: when you switch it on again, you can have everything sent that happened meanwhile.`,
    ],
    why: phrase`You get this mail because you are an owner of ${organization}. Your account says which mail you get.`,
    host,
  })
}
