/**
 * What people typed (names, messages, devices, domains) on its way into a mail that Roster vouches for.
 * Whoever can name an organization can put words into a mail to a stranger, so what comes out of here cannot
 * start a line, reorder what stands around it, hide, or turn into a link on the way.
 */

const NAME_LENGTH = 120
const MESSAGE_LENGTH = 2000
const SUBJECT_LENGTH = 150
/** Nothing that ends up in a mail lies beyond this, however much is given. */
const LOOKED_AT = 8000

/** Controls and line breaks, the two Unicode separators included. */
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu
/** As above, but a message keeps its line feeds. */
const CONTROL_BUT_LINE_FEED = /(?:[^\P{Cc}\n]|[\u2028\u2029])+/gu
/**
 * Characters without a shape: marks that reorder text (RTL override and its family), spaces of no width,
 * fillers. Joiners and the variation selectors stay, because emoji, Persian and Mongolian need them.
 */
const SHAPELESS =
  /[[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\u180b-\u180d\u200c\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}]]/gv
/** Tag characters smuggle ASCII past the eye; after a black flag they are the flags of England and the like. */
const TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}]/gu
/** Blanks, and joiners with nothing to join, at either end: a name of nothing else is no name. */
const IDLE_JOINERS = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/gu
/** More marks on one letter than any language stacks. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/**
 * Where a mail client starts to see an address: a dot (or one that IDNA reads as a dot) before anything but a
 * space or punctuation, after `@`, after a scheme's colon, between doubled slashes.
 */
const LINK_JOINT =
  /[.\u2024\u3002\ufe52\uff0e\uff61](?=[^\s\p{P}])|[@\ufe6b\uff20](?=\S)|(?<!\p{N})[:\ufe55\uff1a](?=\S)|[/\\\uff0f](?=[/\\\uff0f])/gu

/**
 * Zero-width space. It is invisible and, unlike the zero-width joiners, no word character of Unicode regular
 * expressions, so a pattern for host names or schemes stops at it. `<wbr>` would help only the HTML part, and
 * a visible mark such as `[.]` would deface honest names like Booking.com.
 */
const BREAK = '\u200b'

const ISOLATE = '\u2068'
const END_ISOLATE = '\u2069'

/** One name, title, device or domain: a single line, cut to `length` UTF-16 units, that no client makes a link of. */
export function nameText(text: string, length = NAME_LENGTH): string {
  const line = visible(text.replace(CONTROL, ' ')).replace(/\s+/gu, ' ').replace(IDLE_JOINERS, '')
  return isolated(unlinked(cut(line, length)))
}

/** A message's lines, at most 2000 characters in all: empty for a blank message, never a link. */
export function messageLines(text: string): readonly string[] {
  const lines = visible(text.replace(/\r\n?/g, '\n').replace(CONTROL_BUT_LINE_FEED, ' '))
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return lines === ''
    ? []
    : cut(lines, MESSAGE_LENGTH)
        .split('\n')
        .map((line) => isolated(unlinked(line)))
}

/** A finished subject: one line of at most 150 characters, even if what it was put together from was not. */
export function subjectLine(text: string): string {
  return balanced(cut(text.toWellFormed().replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim(), SUBJECT_LENGTH))
}

/** Configured text that is ours (a host, a validated address): one line, nothing that reorders, kept verbatim. */
export function plainText(text: string): string {
  return visible(text.replace(CONTROL, ' ')).trim()
}

function visible(text: string): string {
  return text
    .slice(0, LOOKED_AT)
    .toWellFormed()
    .replace(SHAPELESS, '')
    .replace(TAGS, '')
    .replace(STACKED_MARKS, '$1')
}

function unlinked(text: string): string {
  return text.replace(LINK_JOINT, `$&${BREAK}`)
}

/** Keeps a right-to-left name from moving the punctuation and the words that follow it. */
function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? ISOLATE + text + END_ISOLATE : text
}

/** Cutting may have lost the end of an isolate; an open one would reorder whatever a client prints next. */
function balanced(text: string): string {
  const open = text.split(ISOLATE).length - text.split(END_ISOLATE).length
  if (open <= 0) return text
  return cut(text, SUBJECT_LENGTH - open) + END_ISOLATE.repeat(open)
}

/** At most `length` UTF-16 units, ending in an ellipsis when shortened, never inside a visible character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (kept.length + segment.length >= length) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
