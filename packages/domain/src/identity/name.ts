import { Refusal } from '../refusal.ts'

/** The most code points of any name. */
export const MOST_NAME = 100

/** Format characters that nothing visible needs; taken out, so that names do not differ invisibly. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff]/g
/** Embeddings, overrides and isolates turn the text around them too (a name is shown inside our sentences). */
const BIDI_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/
/** What is left of a text after this is taken out can be seen. U+2800 is the empty Braille pattern. */
const UNSEEN = /[\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** The canonical name of a person: see `plainName`. */
export function personName(text: string): string | Refusal {
  return plainName(text)
}

/** The canonical name of an organization: see `plainName`. */
export function organizationName(text: string): string | Refusal {
  return plainName(text)
}

/**
 * A name on one line: NFC, trimmed, white space collapsed, invisible marks taken out, 1 to 100 code points with
 * something to see; else `invalid-name` with the reason. Refused are control characters, lone surrogates and
 * bidirectional overrides.
 */
export function plainName(text: string): string | Refusal {
  const name = oneLine(text, MOST_NAME)
  if ('reason' in name) return new Refusal('invalid-name', { field: 'name', reason: name.reason })
  if (name.line.replace(UNSEEN, '') === '') {
    return new Refusal('invalid-name', { field: 'name', reason: 'there is nothing to see' })
  }
  return name.line
}

/** A title such as "Head of research": one line like a name, but it may be empty; else `invalid-input`. */
export function titleText(text: string): string | Refusal {
  const title = oneLine(text, MOST_NAME)
  return 'line' in title ? title.line : new Refusal('invalid-input', { field: 'title', reason: title.reason })
}

/**
 * Text of several lines, such as a message: NFC, trimmed, line ends as \n, at most `most` code points, possibly
 * empty; else `invalid-input` for `field`. Refused are controls but tab and line end, and what turns text around.
 */
export function freeText(text: string, most: number, field = 'text'): string | Refusal {
  const refuse = (reason: string) => new Refusal('invalid-input', { field, reason })
  if (text.length > most * 4) return refuse(`use at most ${most} characters`)
  const canonical = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .trim()
  const reason = unusable(canonical.replace(/[\n\t]/g, ' '))
  if (reason) return refuse(reason)
  return [...canonical].length > most ? refuse(`use at most ${most} characters`) : canonical
}

/** Names with the same identity count as the same name: case, width and compatibility forms do not matter. */
export function nameIdentity(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFKC')
}

function oneLine(text: string, most: number): { line: string } | { reason: string } {
  const tooLong = { reason: `use at most ${most} characters` }
  // Before any work on it: nothing a name can shrink from is this long.
  if (text.length > most * 10) return tooLong
  const line = text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const reason = unusable(line)
  if (reason) return { reason }
  return [...line].length > most ? tooLong : { line }
}

function unusable(text: string): string | null {
  if (/\p{Cs}/u.test(text)) return 'it contains half a character'
  if (/\p{Cc}/u.test(text)) return 'it contains a control character'
  if (BIDI_OVERRIDE.test(text)) return 'it contains a mark that turns the text around'
  return null
}
