import { hash, type Options, verify } from '@node-rs/argon2'
import { type PasswordOwner, password, Refusal } from '@roster/domain'
import { Turns } from './turns.ts'

/** Argon2id, which is the library's default, at the parameters OWASP asks for: 19 MiB, two passes, one lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The threads that hash also read files: two at once leave some, and the waiting is kept short enough to be worth it. */
const turns = new Turns(2, 64)

/** Made once of 32 random bytes that nobody kept, at the same cost: what is checked where there is no password. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$LUEj+L/7lirChCkm3fKLeg$/duSSoHtXdT9+uwGkuLnLTVXOdOppmlyiUSrnoDpC90'

/** The hash to keep of a password that has passed the rule, taken exactly as typed. Refuses with `busy`. */
export function hashPassword(text: string): Promise<string> {
  return turns.take(() => hash(text, COST))
}

/**
 * Whether this is the password behind a hash. Takes the same time, and says no, where there is no account or no
 * password. Refuses with `busy`.
 */
export async function isPasswordOf(kept: string | null | undefined, text: string): Promise<boolean> {
  const matches = await turns.take(() => verify(kept ?? NOBODYS, text))
  return matches && kept !== null && kept !== undefined
}

/** The hash of a newly chosen password. Refuses with `weak-password`, naming the field it came in, and `busy`. */
export function hashChosen(text: string, owner: PasswordOwner, field: string): Promise<string> {
  const rule = password(text, owner)
  if (rule instanceof Refusal) throw new Refusal(rule.code, { ...rule.facts, field })
  return hashPassword(text)
}
