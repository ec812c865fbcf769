import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { exactly, validity } from './moment.ts'
import { greeting, type Phrase, phrase, strong } from './phrase.ts'

/** Who started the reset: the account's owner, or somebody of an organization on their behalf. */
export type ResetAskedBy = 'you' | { name: string; organization: string }

export type PasswordResetMail = {
  name: string
  link: string
  expiresAt: Instant
  now?: Instant
  askedBy: ResetAskedBy
  host: string
}

/** The link that sets a new password; says who asked for it, and that nothing has changed yet. */
export function passwordReset({ name, link, expiresAt, now, askedBy, host }: PasswordResetMail): Rendered {
  return render({
    subject: phrase`Reset your password`,
    preview: phrase`Your password stays as it is until you choose a new one.`,
    heading: phrase`Reset your password`,
    opening: [greeting(name), asked(askedBy)],
    action: { label: 'Choose a new password', link },
    closing: [
      phrase`The link works once, until ${validity(expiresAt, now)}. Choosing a new password signs you out everywhere else.`,
    ],
    why: phrase`You get this mail because a password reset was asked for your account. If you did not expect it, ignore it: your password stays as it is.`,
    host,
  })
}

function asked(by: ResetAskedBy): Phrase {
  if (by === 'you') return phrase`You asked to reset your password. Choose a new one here.`
  return phrase`${strong(by.name)} from ${strong(by.organization)} had this link sent to you, so that you can choose a new password.`
}

export type PasswordChangedMail = {
  name: string
  at: Instant
  /** Browser and system that did it, as far as known. */
  device: string | null
  /** The page on which a password reset starts. */
  link: string
  host: string
}

/** Tells the owner of an account about a new password, and what to do when it was not them. */
export function passwordChanged({ name, at, device, link, host }: PasswordChangedMail): Rendered {
  return render({
    subject: phrase`Your password was changed`,
    preview: phrase`If this was you, there is nothing to do.`,
    heading: phrase`Your password was changed`,
    opening: [
      greeting(name),
      phrase`The password of your account was changed. All other sessions were ended. If this was you, there is nothing to do.`,
    ],
    facts: [
      { label: 'When', value: phrase`${exactly(at)}` },
      ...(device ? [{ label: 'Device', value: phrase`${device}` }] : []),
    ],
    action: { label: 'This was not me', link },
    closing: [phrase`That page lets you set another password and shuts out whoever set this one.`],
    why: phrase`You get this mail because changes to the safety of your account are always reported to you.`,
    host,
  })
}
