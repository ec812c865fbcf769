import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINK, lettersSaying } from '../testing/letters.ts'
import { words } from '../testing/words.ts'

/** Every tag, attributes and all, that the letters consist of when nobody is hostile. */
const OWN_TAGS = new Set(Object.values(lettersSaying('Ada')).flatMap(({ html }) => tags(html)))

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><!--',
  '&lt;b&gt; &amp;',
  '{{7*7}} #{7*7} %s',
  'Ada\r\nBcc: victim@evil.test',
  'Ada\nSubject: owned\n\n<b>body</b>',
  '\u202eecalevoL adA',
  '👩‍👩‍👧‍👦 Ada 🏴‍☠️',
  'x'.repeat(10_000),
  'https://evil.com/login',
  'Verify at www.evil.com now',
  'evil.com',
  'mailto:evil@evil.com',
  'evil。com',
  'a\ud800b',
]

describe.each(HOSTILE)('text in mail: %j as every name and message', (hostile) => {
  test('reaches every letter as text', () => {
    for (const letter of Object.values(lettersSaying(hostile))) expectHarmless(letter)
  })
})

test('text in mail: whatever people type, the subject is one line and no markup of theirs gets through', () => {
  const codeUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units))
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    codeUnits,
    fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE.slice(0, 15)), fc.string({ maxLength: 5 })), {
        maxLength: 6,
      })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anyText, (typed) => {
      for (const letter of Object.values(lettersSaying(typed))) expectHarmless(letter)
    }),
    { numRuns: 150 },
  )
}, 30_000)

function expectHarmless({ subject, text, html }: { subject: string; text: string; html: string }): void {
  expect(subject).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e]{1,150}$/u)
  expect(subject.isWellFormed() && text.isWellFormed() && html.isWellFormed()).toBe(true)
  expect(tags(html).filter((tag) => !OWN_TAGS.has(tag) && !tag.startsWith('<title'))).toEqual([])
  expect(html.match(/&(?!(?:amp|lt|gt|quot|zwnj|nbsp|#39|#96|#847);)/)).toBeNull()
  expect(text).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e]/u)
  for (const part of [subject, text, words(html)]) expect(linksSeenIn(part)).toEqual([])
}

/** What eager mail clients make links of; our own link, host, addresses and the domain to be proven aside. */
function linksSeenIn(part: string): string[] {
  const foreign = part
    .replaceAll(LINK, '')
    .replace(/roster\.acme\.test|ada@(?:new|old)\.test|\bacme\.test/g, '')
  const patterns = [
    /[a-z0-9+.-]:\/\//giu,
    /www\.[\w\p{L}]+/giu,
    /[\w\p{L}-][.。．｡](?:com|test)/giu,
    /\S@[\w\p{L}]/giu,
  ]
  return patterns.flatMap((pattern) => foreign.match(pattern) ?? [])
}

/** Comments are ours and hold no values; they are checked like tags. */
function tags(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? []
}
