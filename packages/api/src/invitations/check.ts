import { emailDomain, type Recipient, Refusal, recipientOf } from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { assess, type Invitee, nothingSoFar } from './assess.ts'
import { mailless } from './doubts.ts'
import { Recipients } from './input.ts'

/** A chip of the field, as sending would take it. */
export interface CheckedRecipient {
  readonly given: string
  readonly kind: Recipient['kind']
  /** The address or username as it will be stored; null for what is neither. */
  readonly canonical: string | null
  /** `invited` has an open invitation, whose place a new one takes, or stands in the list twice. */
  readonly state: 'ok' | 'invalid' | 'member' | 'invited' | 'blocked' | 'unknown'
  /** Why not, in the words of sending; null where it would be sent. */
  readonly reason: string | null
  /** What speaks against it without keeping it from being sent; null where nothing does. */
  readonly doubt: string | null
}

const MOST_CHECKED = 1_000

/**
 * What sending would say of each of these recipients, without sending (I6, D32). Where the operator lets name servers
 * be asked, an address at a domain that takes no mail is doubted.
 */
export const checkRecipients = query({
  permission: 'invitations.send',
  input: inOrganization({ recipients: Recipients(MOST_CHECKED) }),
  async run(context, input): Promise<readonly CheckedRecipient[]> {
    const recipients = input.recipients.map(recipientOf)
    const verdicts = await assess(context.db, context, recipients, nothingSoFar())
    const emails = recipients.flatMap((one) => (one.kind === 'email' ? [one.email] : []))
    const silent = await mailless(context.instance.mailDomains, emails)
    return recipients.map((recipient, index) => {
      const verdict = verdicts[index] ?? new Refusal('not-found')
      return {
        given: recipient.given,
        kind: recipient.kind,
        canonical: canonicalOf(recipient),
        state: stateOf(verdict),
        reason: verdict instanceof Refusal ? verdict.message : null,
        doubt: doubtOf(recipient, silent),
      }
    })
  },
})

function doubtOf(recipient: Recipient, silent: ReadonlySet<string>): string | null {
  if (recipient.kind !== 'email') return null
  const domain = emailDomain(recipient.email)
  return silent.has(domain)
    ? `${domain} takes no mail, as far as name servers say. Check the spelling.`
    : null
}

function canonicalOf(recipient: Recipient): string | null {
  if (recipient.kind === 'invalid') return null
  return recipient.kind === 'email' ? recipient.email : recipient.username
}

function stateOf(verdict: Invitee | Refusal): CheckedRecipient['state'] {
  if (!(verdict instanceof Refusal)) return verdict.supersedes.length > 0 ? 'invited' : 'ok'
  switch (verdict.code) {
    case 'invalid-email':
    case 'invalid-username':
      return 'invalid'
    case 'username-unknown':
      return 'unknown'
    case 'already-member':
      return 'member'
    case 'already-invited':
      return 'invited'
    default:
      return 'blocked'
  }
}
