import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'
import type { Phrase } from './phrase.ts'
import { messageLines, subjectLine } from './user-text.ts'

/** A mail, ready to be handed over. The subject is one line of at most 150 characters. */
export type Rendered = { readonly subject: string; readonly text: string; readonly html: string }

export type Fact = { readonly label: string; readonly value: Phrase; readonly note?: Phrase }

/** What every Roster mail consists of, in reading order. */
export type Letter = {
  readonly subject: Phrase
  /** The line an inbox shows beside the subject. */
  readonly preview: Phrase
  readonly heading: Phrase
  readonly opening: readonly Phrase[]
  /** The organization's own words, shown in the same way before those of a person. */
  readonly foreword?: { readonly by: Phrase; readonly words: string } | undefined
  /** A person's own words, shown as quoted plain text below a line that says whose they are. */
  readonly quote?: { readonly by: Phrase; readonly words: string } | undefined
  readonly facts?: readonly Fact[]
  readonly action?: { readonly label: string; readonly link: string }
  readonly closing?: readonly Phrase[]
  /** Why the recipient gets this mail, and what to do when it was not expected. */
  readonly why: Phrase
  /** Host of the Roster instance that sends it. */
  readonly host: string
}

/** Somebody's words, line by line as they can stand in a mail. */
export type Quoted = { readonly by: Phrase; readonly lines: readonly string[] }

/** Renders both parts from the same words. Throws when the action's link is not an http(s) address. */
export function render(letter: Letter): Rendered {
  const { foreword, quote, action } = letter
  if (action && !isWebLink(action.link))
    throw new TypeError('A mail can only link to an http or https address')
  const quotes = [foreword, quote].flatMap((one) =>
    one ? [{ by: one.by, lines: messageLines(one.words) }] : [],
  )
  const said = quotes.filter(({ lines }) => lines.length > 0)
  return {
    subject: subjectLine(letter.subject.text),
    text: letterText(letter, said),
    html: letterHtml(letter, said),
  }
}

function isWebLink(link: string): boolean {
  return /^https?:\/\/[^\s\p{C}<>"'`\\]+$/u.test(link) && URL.canParse(link)
}
