import type { Letter, Quoted } from './letter.ts'
import { phrase, verbatim } from './phrase.ts'

/** The plain text part: paragraphs apart by a blank line, the link alone on its line. */
export function letterText(letter: Letter, quotes: readonly Quoted[]): string {
  const { heading, opening, facts = [], action, closing = [], why, host } = letter
  const blocks = [
    heading.text,
    ...opening.map((paragraph) => paragraph.text),
    ...quotes.flatMap(({ by, lines }) => [by.text, lines.map((line) => `> ${line}`.trimEnd()).join('\n')]),
    facts
      .map(({ label, value, note }) => `${label}: ${value.text}${note?.text ? `\n  ${note.text}` : ''}`)
      .join('\n'),
    action ? `${action.label}:\n${action.link}` : '',
    ...closing.map((paragraph) => paragraph.text),
    `--\n${why.text}\n${phrase`Sent by Roster at ${verbatim(host)}.`.text}`,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}
