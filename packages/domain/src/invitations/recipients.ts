import { canonicalEmail, type Email } from '../identity/email.ts'
import { canonicalUsername, type Username } from '../identity/username.ts'
import { Refusal } from '../refusal.ts'

/** One chip of the field: `given` is what was typed for it. */
export type Recipient =
  | { readonly kind: 'email'; readonly email: Email; readonly given: string }
  | { readonly kind: 'username'; readonly username: Username; readonly given: string }
  | { readonly kind: 'invalid'; readonly given: string; readonly refusal: Refusal }

/** Separated by comma, semicolon or line end; a quoted name before an address may contain them. */
const ENTRY = /(?:"[^"\r\n]*"(?=[ \t]*<)|[^,;\r\n\u2028\u2029])+/g

/**
 * Everybody a pasted text means, in its order and each once by canonical form: addresses, `Name <address>` and
 * usernames (also as `@name`), separated by commas, semicolons or white space. What is neither stays as `invalid`
 * with the refusal, so that nothing that was typed gets lost.
 */
export function parseRecipients(text: string): Recipient[] {
  const found = new Map<string, Recipient>()
  const typed = new Map((text.match(ENTRY) ?? []).flatMap(chips).map((chip) => [chip.given, chip]))
  for (const { given, address } of typed.values()) {
    const recipient = recognize(given, address)
    const key = keyOf(recipient)
    if (!found.has(key)) found.set(key, recipient)
  }
  return [...found.values()]
}

type Chip = { readonly given: string; readonly address: string }

function chips(entry: string): Chip[] {
  const chips: Chip[] = []
  const pieces = entry.split('>')
  const tail = pieces.pop() ?? ''
  for (const piece of pieces) {
    const open = piece.lastIndexOf('<')
    if (open < 0) chips.push(...wordsOf(`${piece}>`).map(asChip))
    else chips.push(...bracketed(piece.slice(0, open), piece.slice(open + 1)))
  }
  return [...chips, ...wordsOf(tail).map(asChip)]
}

/** An address among the words of a name was meant for itself: "eve@acme.test Ada <ada@acme.test>". */
function bracketed(before: string, address: string): Chip[] {
  const words = wordsOf(before)
  const quoted = words[0]?.startsWith('"') === true
  const own = quoted ? [] : words.filter((word) => word.includes('@'))
  const name = words.filter((word) => !own.includes(word))
  return [...own.map(asChip), { given: [...name, `<${address}>`].join(' '), address: address.trim() }]
}

function asChip(word: string): Chip {
  return { given: word, address: word }
}

function recognize(given: string, address: string): Recipient {
  if (given === address && isUsername(address)) {
    const username = canonicalUsername(address.replace(/^@/, ''))
    return username instanceof Refusal
      ? { kind: 'invalid', given, refusal: username }
      : { kind: 'username', username, given }
  }
  const email = canonicalEmail(address)
  return email instanceof Refusal
    ? { kind: 'invalid', given, refusal: email }
    : { kind: 'email', email, given }
}

function isUsername(token: string): boolean {
  return token.lastIndexOf('@') <= 0
}

function keyOf(recipient: Recipient): string {
  if (recipient.kind === 'email') return recipient.email
  return recipient.kind === 'username' ? `username ${recipient.username}` : `invalid ${recipient.given}`
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Longer than any address with any name before it. */
const LONGEST_RECIPIENT = 1_000

/** The one recipient an entry means; several in one entry, or none, are `invalid` like everything else that is no address. */
export function recipientOf(given: string): Recipient {
  const [recipient, ...others] = given.length <= LONGEST_RECIPIENT ? parseRecipients(given) : []
  if (recipient && others.length === 0) return { ...recipient, given }
  const email = canonicalEmail(given)
  return email instanceof Refusal
    ? { kind: 'invalid', given, refusal: email }
    : { kind: 'email', email, given }
}
