import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { validity } from './moment.ts'
import { greeting, phrase } from './phrase.ts'

export type VerifyEmailMail = { name: string; link: string; expiresAt: Instant; now?: Instant; host: string }

/** To the address somebody signed up with, which may belong to somebody else. */
export function verifyEmail({ name, link, expiresAt, now, host }: VerifyEmailMail): Rendered {
  return render({
    subject: phrase`Confirm your email address`,
    preview: phrase`One step left to finish your account.`,
    heading: phrase`Confirm your email address`,
    opening: [greeting(name), phrase`Confirm that this address is yours to finish your account.`],
    action: { label: 'Confirm address', link },
    closing: [phrase`The link works once, until ${validity(expiresAt, now)}.`],
    why: phrase`You get this mail because an account was created with this address. If it was not you, ignore this mail: without your confirmation the address is not used.`,
    host,
  })
}
