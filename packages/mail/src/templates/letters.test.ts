import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INVITATION, LINK, lettersSaying, NOW } from '../testing/letters.ts'
import { invitation } from './invitation.ts'
import { passwordChanged } from './password.ts'

const PLAIN = lettersSaying('Ada')
/** Every tag, attributes and all, that the letters consist of when nobody is hostile. */
const OWN_TAGS = new Set(Object.values(PLAIN).flatMap(({ html }) => tags(html)))

describe('the invitation (O5)', () => {
  const { subject, text, html } = invitation(INVITATION)

  test('names organization, role, inviter and expiry in both parts, and carries the link', () => {
    expect(subject).toBe('Ada Lovelace invites you to join Acme')
    for (const part of [text, words(html)]) {
      expect(part).toContain('Ada Lovelace invites you to join Acme as Member.')
      expect(part).toContain(INVITATION.roleSentence)
      expect(part).toContain('Email address at acme.\u200btest')
      expect(part).toContain('Saturday, 5 December 2026, 14:05 UTC')
      expect(part).toContain('In 7 days')
      expect(part).toContain('we would like you on the compiler team.')
      expect(part).toContain('Sent by Roster at roster.acme.test.')
      expect(part).toContain(LINK)
    }
  })

  test('links to nothing but its one link', () => {
    expect([...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      LINK,
      LINK,
    ])
    expect(html).not.toMatch(/url\(|@import|<script|<img|<form/i)
    expect(text.split('\n').filter((line) => line.includes('://'))).toEqual([LINK])
  })

  test('quotes the message, and leaves the quotation out when there is none', () => {
    expect(text).toContain('Ada Lovelace writes:\n\n> Hello Grace,\n>\n> we would like')
    for (const message of [null, '', ' \n ']) {
      const bare = invitation({ ...INVITATION, message })
      expect(bare.text).not.toMatch(/writes:|^>/m)
      expect(bare.html).not.toContain('writes:')
    }
  })

  test('says why it comes again', () => {
    expect(invitation({ ...INVITATION, edition: 'again' }).text).toContain('no longer work')
    expect(invitation({ ...INVITATION, edition: 'changed' }).subject).toBe(
      'Your invitation to Acme has changed',
    )
    expect(invitation({ ...INVITATION, edition: 'reminder' }).subject).toMatch(/^Reminder: /)
    expect(invitation({ ...INVITATION, inviter: null }).subject).toBe('You are invited to join Acme')
  })

  test('without an expiry it promises none', () => {
    const { text: open, html: page } = invitation({ ...INVITATION, expiresAt: null })
    expect(open + page).not.toContain('UTC')
  })
})

test.each(Object.entries(PLAIN))(
  '%s has both parts, dark colours and a preview',
  (_, { text, html, subject }) => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toMatch(/<div style="display:none[^>]*>\S/)
    expect(html).toContain(`<title>${subject}</title>`)
    expect(text).toMatch(/\n--\nYou get this mail because .+\nSent by Roster at roster\.acme\.test\.\n$/)
    expect(`${text}${html}`).not.toMatch(/undefined|\[object|NaN/)
  },
)

test('a device that is not known is not mentioned', () => {
  const changed = { name: 'Ada', at: NOW, link: LINK, host: 'roster.acme.test' }
  expect(passwordChanged({ ...changed, device: null }).text).not.toContain('Device')
  expect(passwordChanged({ ...changed, device: 'Firefox on Linux' }).text).toContain(
    'Device: Firefox on Linux',
  )
})

test.each([
  'javascript:alert(1)',
  'ftp://roster.test/',
  '/relative',
  'https://roster.test/"><b>',
  'https://a b',
])('refuses to link to %s', (link) => {
  expect(() => lettersSaying('Ada', link)).toThrow('http or https')
})

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

/** What eager mail clients make links of, our own link, host and addresses aside. */
function linksSeenIn(part: string): string[] {
  const foreign = part.replaceAll(LINK, '').replace(/roster\.acme\.test|ada@(?:new|old)\.test/g, '')
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

/** What a reader sees of the HTML part, without its head. */
function words(html: string): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#96;/g, '`')
    .replace(/&amp;/g, '&')
}
