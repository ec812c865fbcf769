import { type Html, html } from './html.ts'
import { INLINE } from './style.ts'
import { nameText, plainText } from './user-text.ts'

/** The same sentence for both parts of a mail. */
export type Phrase = { readonly html: Html; readonly text: string }

const SUBJECT_NAME_LENGTH = 50
const PROSE_LENGTH = 400

/** Text of ours that may look like a link: a host, a validated address. */
class Verbatim {
  readonly text: string

  constructor(text: string) {
    this.text = plainText(text)
  }
}

type Piece = string | Verbatim | Phrase

/**
 * A sentence. A string put into it counts as typed by a stranger: one line, no controls, escaped, never a
 * link. Whatever is not that must say so (`verbatim`, another phrase), so forgetting is harmless.
 */
export function phrase(parts: TemplateStringsArray, ...values: readonly Piece[]): Phrase {
  return parts.map((part, at) => joined(own(part), said(values[at]))).reduce(joined)
}

/** As `phrase` for a single value, in bold where there is bold. */
export function strong(value: string | Phrase): Phrase {
  const inner = said(value)
  return { html: html`<strong class="ink" style="${INLINE.strong}">${inner.html}</strong>`, text: inner.text }
}

/** A name as a subject can carry it: two of them leave room for the words between. */
export function brief(name: string): Phrase {
  return own(nameText(name, SUBJECT_NAME_LENGTH))
}

/** A sentence somebody wrote, as a role's description: one line, and as harmless as a name. */
export function prose(text: string): Phrase {
  return own(nameText(text, PROSE_LENGTH))
}

/** Marks a host or a validated address: escaped like everything, but kept letter by letter. */
export function verbatim(text: string): Verbatim {
  return new Verbatim(text)
}

/** The first line of a mail to somebody with an account. */
export function greeting(name: string): Phrase {
  return nameText(name) === '' ? phrase`Hello,` : phrase`Hello ${name},`
}

function said(value: Piece | undefined): Phrase {
  if (value === undefined) return own('')
  if (typeof value === 'string') return own(nameText(value) || 'unnamed')
  return value instanceof Verbatim ? own(value.text) : value
}

function own(text: string): Phrase {
  return { html: html`${text}`, text }
}

function joined(first: Phrase, second: Phrase): Phrase {
  return { html: html`${first.html}${second.html}`, text: first.text + second.text }
}
