import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { exactly, validity } from './moment.ts'
import { greeting, phrase, strong, verbatim } from './phrase.ts'

export type EmailChangeMail = {
  name: string
  newAddress: string
  link: string
  expiresAt: Instant
  now?: Instant
  host: string
}

/** To the new mailbox: the change happens only when its owner opens the link. */
export function emailChange({ name, newAddress, link, expiresAt, now, host }: EmailChangeMail): Rendered {
  return render({
    subject: phrase`Confirm your new email address`,
    preview: phrase`Your account keeps its old address until you confirm this one.`,
    heading: phrase`Confirm your new email address`,
    opening: [
      greeting(name),
      phrase`Confirm ${strong(phrase`${verbatim(newAddress)}`)} to use it for your account from now on.`,
    ],
    action: { label: 'Confirm new address', link },
    closing: [
      phrase`The link works once, until ${validity(expiresAt, now)}. Until then your account keeps its old address.`,
    ],
    why: phrase`You get this mail because an account asked to use this address. If it was not yours, ignore this mail: nothing changes without your confirmation.`,
    host,
  })
}

export type EmailChangedMail = {
  name: string
  oldAddress: string
  newAddress: string
  at: Instant
  host: string
}

/** To the old mailbox, which may be the last one its owner still controls. Carries no link. */
export function emailChanged({ name, oldAddress, newAddress, at, host }: EmailChangedMail): Rendered {
  return render({
    subject: phrase`Your email address was changed`,
    preview: phrase`If this was you, there is nothing to do.`,
    heading: phrase`Your email address was changed`,
    opening: [
      greeting(name),
      phrase`Your account has a new email address. Mail about it no longer comes here. If this was you, there is nothing to do.`,
    ],
    facts: [
      { label: 'Old address', value: phrase`${verbatim(oldAddress)}` },
      { label: 'New address', value: phrase`${verbatim(newAddress)}` },
      { label: 'When', value: phrase`${exactly(at)}` },
    ],
    closing: [
      phrase`If this was not you, tell an owner of your organization or whoever runs ${verbatim(host)} now: they can lock the account out.`,
    ],
    why: phrase`You get this mail because this was the address of the account until now.`,
    host,
  })
}
