import { expect, test } from 'vitest'
import { LINK, NOW } from '../testing/letters.ts'
import { words } from '../testing/words.ts'
import { keyEnding } from './key-ending.ts'

const mail = {
  name: 'Grace',
  key: 'Nightly export',
  hint: 'x7Qd',
  account: null,
  organization: 'Acme',
  lastUsedAt: null,
  expiresAt: NOW + 7 * 24 * 60 * 60 * 1_000,
  now: NOW,
  link: LINK,
  host: 'roster.acme.test',
}

test('whoever a key acts for is told which, and until when it works', () => {
  const { subject, text, html } = keyEnding(mail)
  expect(subject).toBe('The API key Nightly export expires soon')
  for (const part of [text, words(html)]) {
    expect(part).toContain(
      'A program that acts for you in Acme comes with the key Nightly export (rst_…x7Qd).',
    )
    expect(part).toContain('Saturday, 5 December 2026, 14:05 UTC (in 7 days)')
    expect(part).toContain('Never')
    expect(part).toContain(LINK)
  }
})

test('whoever made a key for a service account is told for which', () => {
  const { text } = keyEnding({ ...mail, account: 'Deploy bot', lastUsedAt: NOW })
  expect(text).toContain('Deploy bot in Acme comes with the key Nightly export (rst_…x7Qd), which you made.')
  expect(text).toContain('because you made the key in Acme')
})
