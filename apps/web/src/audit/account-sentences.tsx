import type { AuditAction } from '@roster/domain'
import type { ReactNode } from 'react'
import { actorOf } from './names.tsx'
import type { AuditItem } from './types.ts'

/** Makes a sentence of an entry. */
export type Sentence = (item: AuditItem) => ReactNode

const own =
  (did: string): Sentence =>
  (item) => (
    <>
      {actorOf(item, 'Somebody')} {did}
    </>
  )

/** What people do with their own accounts, and the set-up. */
export const ACCOUNT_SENTENCES = {
  'instance.set-up': own('set up Roster'),
  'instance.restored': own('restored Roster from a backup'),
  'identity.signed-up': own('signed up'),
  'identity.signed-in': own('signed in'),
  'identity.signed-out': own('signed out'),
  'identity.email-verified': own('verified an email address'),
  'identity.email-change-asked': own('asked to change their email address'),
  'identity.email-changed': own('changed their email address'),
  'identity.password-reset-asked': own('asked for a password reset'),
  'identity.password-reset': own('chose a new password through a reset link'),
  'identity.password-changed': own('changed their password'),
  'identity.profile-changed': own('changed their profile'),
  'identity.session-ended': own('ended a session'),
  'identity.account-deleted': own('deleted their account'),
  'identity.avatar-changed': own('changed their picture'),
  'identity.notifications-changed': own('changed what they are notified of'),
  'identity.muted': own('muted an organization'),
  'identity.unmuted': own('no longer mutes an organization'),
} as const satisfies Partial<Record<AuditAction, Sentence>>
