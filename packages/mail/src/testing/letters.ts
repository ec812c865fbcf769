import { accountExists } from '../templates/account-exists.ts'
import { assignmentEnding } from '../templates/assignment-ending.ts'
import { domainProof } from '../templates/domain-proof.ts'
import { emailChange, emailChanged } from '../templates/email-change.ts'
import { type InvitationMail, invitation } from '../templates/invitation.ts'
import { invitationEnding } from '../templates/invitation-ending.ts'
import { keyEnding } from '../templates/key-ending.ts'
import type { Rendered } from '../templates/letter.ts'
import { passwordChanged, passwordReset } from '../templates/password.ts'
import { requestAnswered, requestMade } from '../templates/request.ts'
import { verifyEmail } from '../templates/verify-email.ts'
import { webhookDisabled } from '../templates/webhook-disabled.ts'
import { welcome } from '../templates/welcome.ts'

/** Saturday, 28 November 2026, 14:05 UTC. */
export const NOW = Date.UTC(2026, 10, 28, 14, 5)
export const WEEK = 7 * 24 * 60 * 60 * 1000
export const LINK = 'https://roster.acme.test/invitation#k7v9qd2m-fm4t8xw3zr6yb1hs5npc0jge'

export const INVITATION: InvitationMail = {
  organization: 'Acme',
  role: 'Member',
  roleSentence:
    'You will see the people, projects and groups of the organization and work where you are added.',
  inviter: { name: 'Ada Lovelace', address: 'acme.test' },
  message: 'Hello Grace,\n\nwe would like you on the compiler team.\nSee you on Monday.',
  link: LINK,
  expiresAt: NOW + WEEK,
  now: NOW,
  edition: 'first',
  host: 'roster.acme.test',
}

/** Every letter there is, with the same words of a stranger in every place where a stranger's words can stand. */
export function lettersSaying(words: string, link = LINK): Record<string, Rendered> {
  const host = 'roster.acme.test'
  const expiresAt = NOW + WEEK
  const invited = {
    ...INVITATION,
    organization: words,
    role: words,
    roleSentence: words,
    inviter: { name: words, address: words },
    message: words,
    places: [
      { name: words, role: words },
      { name: words, role: null },
    ],
    link,
  }
  return {
    'invitation-first': invitation(invited),
    'invitation-again': invitation({ ...invited, edition: 'again' }),
    'invitation-changed': invitation({ ...invited, edition: 'changed', inviter: null }),
    'invitation-reminder': invitation({ ...invited, edition: 'reminder', expiresAt: null, message: null }),
    welcome: welcome({ organization: words, role: words, name: words, link, host }),
    'invitation-own-words': invitation({ ...invited, own: { subject: words, body: words } }),
    'welcome-own-words': welcome({
      organization: words,
      role: words,
      name: words,
      own: { subject: words, body: words },
      link,
      host,
    }),
    'verify-email': verifyEmail({ name: words, link, expiresAt, host }),
    'password-reset': passwordReset({ name: words, link, expiresAt, askedBy: 'you', host }),
    'password-reset-by-admin': passwordReset({
      name: words,
      link,
      expiresAt,
      now: NOW,
      askedBy: { name: words, organization: words },
      host,
    }),
    'password-changed': passwordChanged({ name: words, at: NOW, device: words, link, host }),
    'email-change': emailChange({ name: words, newAddress: 'ada@new.test', link, expiresAt, host }),
    'email-changed': emailChanged({
      name: words,
      oldAddress: 'ada@old.test',
      newAddress: 'ada@new.test',
      at: NOW,
      host,
    }),
    'account-exists': accountExists({ name: words, link, host }),
    'assignment-ending': assignmentEnding({
      name: words,
      holder: { kind: 'person', name: words },
      organization: words,
      project: words,
      role: words,
      expiresAt,
      now: NOW,
      link,
      host,
    }),
    'key-ending': keyEnding({
      ...{ name: words, key: words, hint: 'x7Qd', account: words, organization: words },
      ...{ lastUsedAt: NOW, expiresAt, now: NOW, link, host },
    }),
    'assignment-ending-own': assignmentEnding({
      name: words,
      holder: { kind: 'you' },
      organization: words,
      project: null,
      role: words,
      expiresAt,
      now: NOW,
      link,
      host,
    }),
    'domain-proof': domainProof({
      domain: 'acme.test',
      organization: words,
      askedBy: words,
      link,
      expiresAt,
      now: NOW,
      host,
    }),
    'invitation-ending': invitationEnding({
      name: words,
      organization: words,
      recipient: { kind: 'username', text: words },
      role: words,
      expiresAt,
      now: NOW,
      link,
      host,
    }),
    'webhook-gone': webhookDisabled({
      ...{ name: words, organization: words, webhook: words, receiver: words },
      ...{ reason: 'gone', lastSuccessAt: NOW, link, host },
    }),
    'webhook-failing': webhookDisabled({
      ...{ name: words, organization: words, webhook: words, receiver: words },
      ...{ reason: 'failing', lastSuccessAt: null, link, host },
    }),
    'request-made': requestMade({
      name: words,
      organization: words,
      project: words,
      asker: { name: words, email: 'ada@new.test' },
      reason: words,
      link,
      host,
    }),
    'request-approved': requestAnswered({
      name: words,
      organization: words,
      project: words,
      role: words,
      message: words,
      link,
      host,
    }),
    'request-rejected': requestAnswered({
      name: words,
      organization: words,
      project: null,
      role: null,
      message: words,
      link,
      host,
    }),
  }
}
