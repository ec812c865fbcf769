import { type Rendered, render } from './letter.ts'
import { greeting, phrase } from './phrase.ts'

export type AccountExistsMail = { name: string; link: string; host: string }

/**
 * To an existing account whose address somebody signed up with again. The sign-up page answers as if the
 * address were new, so only the mailbox learns that it is not.
 */
export function accountExists({ name, link, host }: AccountExistsMail): Rendered {
  return render({
    subject: phrase`You already have an account`,
    preview: phrase`Sign in with this address instead of signing up again.`,
    heading: phrase`You already have an account`,
    opening: [
      greeting(name),
      phrase`Someone, probably you, tried to sign up with this address. It has an account already, so no second one was made.`,
    ],
    action: { label: 'Sign in', link },
    closing: [
      phrase`If you do not remember the password, the sign-in page can send you a link to set a new one.`,
    ],
    why: phrase`You get this mail because this address was entered in the sign-up form. If it was not you, ignore it: nothing has changed.`,
    host,
  })
}
