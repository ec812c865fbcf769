import { fold } from '../fold.ts'
import { Refusal } from '../refusal.ts'
import { COMMON_WORDS, RUNS } from './common-passwords.ts'

/** The least and the most code points of a password. The most bounds the cost of hashing it. */
export const LEAST_PASSWORD = 10
export const MOST_PASSWORD = 1_000

/** The person who chooses it: what others know about somebody does not protect them. */
export type PasswordOwner = {
  readonly email?: string | null
  readonly username?: string | null
  readonly name?: string | null
}

/**
 * Whether a new password will do: 10 to 1,000 code points of any kind, not a common one, not a mere run or
 * repetition, not containing the owner's address, username or full name; else `weak-password` with the reason.
 * It is hashed exactly as typed (ASVS 6.2.8); only this judgement looks at it folded.
 */
export function password(text: string, owner: PasswordOwner = {}): true | Refusal {
  if (text.length > MOST_PASSWORD * 2) return weak(`use at most ${MOST_PASSWORD} characters`)
  const length = [...text].length
  if (length > MOST_PASSWORD) return weak(`use at most ${MOST_PASSWORD} characters`)
  if (length < LEAST_PASSWORD) return weak(`use at least ${LEAST_PASSWORD} characters`)
  // Half a surrogate pair becomes U+FFFD in UTF-8: two such passwords would be one.
  if (/\p{Cs}/u.test(text)) return weak('it contains half a character')

  const folded = fold(text)
  if (new Set(folded).size < 4) return weak('it repeats the same few characters')
  if (isCommon(folded)) return weak('it is one of the most common ones')
  if (isRun(folded)) return weak('it follows the keyboard or the alphabet')
  const known = about(owner).find((word) => folded.includes(word))
  return known === undefined ? true : weak('it contains your name, username or address')
}

function isCommon(folded: string): boolean {
  return [folded, unswapped(folded)].some((form) => COMMON_WORDS.has(core(form)) || COMMON_WORDS.has(form))
}

function core(form: string): string {
  return form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

const SWAPPED: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  $: 's',
  '@': 'a',
}

/** Undoes letter swaps between letters only: digits at the end are a number, not letters. */
function unswapped(form: string): string {
  return core(form.replace(/[0134$@57](?=.*\p{L})/gu, (sign) => SWAPPED[sign] ?? sign))
}

function isRun(folded: string): boolean {
  const reversed = [...folded].reverse().join('')
  return RUNS.some((run) => {
    const twice = run + run
    return twice.includes(folded) || twice.includes(reversed)
  })
}

/** Shorter words occur in honest passwords by chance. */
const LEAST_KNOWN = 4

function about({ email, username, name }: PasswordOwner): string[] {
  const address = fold(email ?? '')
  return [
    address,
    address.split('@')[0] ?? '',
    fold(username ?? ''),
    fold(name ?? ''),
    fold(name ?? '').replace(/\s/g, ''),
  ].filter((word) => word.length >= LEAST_KNOWN)
}

function weak(reason: string): Refusal {
  return new Refusal('weak-password', { field: 'password', reason })
}
