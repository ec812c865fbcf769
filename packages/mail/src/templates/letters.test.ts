import { describe, expect, test } from 'vitest'
import { INVITATION, LINK, lettersSaying, NOW } from '../testing/letters.ts'
import { words } from '../testing/words.ts'
import { invitation } from './invitation.ts'
import { passwordChanged } from './password.ts'

const PLAIN = lettersSaying('Ada')

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

  test('O5 D42 own words are quoted as the organization’s, and leave what matters where it is', () => {
    const own = { subject: 'Come to Acme', body: 'We look forward to you.\nBring tea.' }
    const letter = invitation({ ...INVITATION, own })
    expect(letter.subject).toBe('Come to Acme')
    expect(letter.text).toContain(
      'Acme writes:\n\n> We look forward to you.\n> Bring tea.\n\nAda Lovelace writes:',
    )
    for (const part of [letter.text, words(letter.html)]) {
      expect(part).toContain('Ada Lovelace invites you to join Acme as Member.')
      expect(part).toContain(INVITATION.roleSentence)
      expect(part).toContain(LINK)
    }
    expect(invitation({ ...INVITATION, own, edition: 'again' }).subject).toBe('A new link to join Acme')
    expect(invitation({ ...INVITATION, own: { ...own, body: '' } }).text).not.toContain('Acme writes:')
  })

  test('I11 names the projects and groups that come with it, the first few of many', () => {
    const places = [
      { name: 'Apollo', role: 'Editor' },
      ...Array.from({ length: 6 }, () => ({ name: 'Engineering', role: null })),
    ]
    expect(invitation({ ...INVITATION, places: places.slice(0, 2) }).text).toContain(
      'You join: Apollo as Editor, Engineering\n',
    )
    expect(invitation({ ...INVITATION, places }).text).toContain('Engineering and 2 more\n')
    expect(invitation(INVITATION).text).not.toContain('You join')
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
