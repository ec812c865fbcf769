/** Mail that a person may do without, by what it is about. Mail about the safety of an account is none of these. */
export const NOTIFICATIONS = {
  invitations: {
    label: 'Invitations',
    sentence: 'Somebody invites you to an organization, or an invitation of yours is about to expire.',
  },
  joining: {
    label: 'Joining',
    sentence: 'Words of welcome when you have joined an organization.',
  },
  requests: {
    label: 'Requests to answer',
    sentence: 'Somebody asks to join an organization or a project, and you may answer.',
  },
  answers: {
    label: 'Answers to your requests',
    sentence: 'What became of a request of yours to join.',
  },
  endings: {
    label: 'Access that ends',
    sentence: 'Access of yours, or access that you gave, is about to end.',
  },
  reviews: {
    label: 'Access reviews',
    sentence: 'An access review waits for your decisions.',
  },
  webhooks: {
    label: 'Webhooks',
    sentence: 'A webhook of an organization of yours was switched off, since its receiver takes nothing.',
  },
} as const

export type NotificationKind = keyof typeof NOTIFICATIONS

/** Whether `text` names a kind of mail that can be switched off. */
export function isNotificationKind(text: string): text is NotificationKind {
  return Object.hasOwn(NOTIFICATIONS, text)
}

/** Every kind, in the order of the table above. */
export const NOTIFICATION_KINDS: readonly NotificationKind[] =
  Object.keys(NOTIFICATIONS).filter(isNotificationKind)

/** What a mail is about; `account` is about the safety of an account and is always sent. */
export type MailAbout = NotificationKind | 'account'

/** What somebody said about the mail they want. */
export interface MailWishes {
  readonly off: ReadonlySet<NotificationKind>
  /** Whether they muted the organization that the mail is from. */
  readonly muted: boolean
}

/**
 * Why somebody does not want this mail, in words for whoever sent it, or null when they do (O14, O16). Security
 * mail is always wanted.
 */
export function unwanted(about: MailAbout, wishes: MailWishes): string | null {
  if (about === 'account') return null
  if (wishes.muted) return 'The recipient has muted this organization.'
  return wishes.off.has(about) ? 'The recipient has switched off mail of this kind.' : null
}
