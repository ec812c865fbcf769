import { expect, test } from 'vitest'
import { LINK, NOW } from '../testing/letters.ts'
import { words } from '../testing/words.ts'
import { assignmentEnding } from './assignment-ending.ts'

const mail = {
  name: 'Grace',
  organization: 'Acme',
  project: 'Apollo',
  role: 'Editor',
  expiresAt: NOW + 7 * 24 * 60 * 60 * 1_000,
  now: NOW,
  link: LINK,
  host: 'roster.acme.test',
}

test('whoever loses access is told what, where and when', () => {
  const { subject, text, html } = assignmentEnding({ ...mail, holder: { kind: 'you' } })
  expect(subject).toBe('Your access to Apollo ends soon')
  for (const part of [text, words(html)]) {
    expect(part).toContain('You are in Apollo in Acme as Editor, for a limited time.')
    expect(part).toContain('Saturday, 5 December 2026, 14:05 UTC (in 7 days)')
    expect(part).toContain(LINK)
  }
})

test('whoever gave it is told whose, and that it can be renewed', () => {
  const { subject, text } = assignmentEnding({
    ...mail,
    project: null,
    holder: { kind: 'group', name: 'On call' },
  })
  expect(subject).toBe('The access of On call to Acme ends soon')
  expect(text).toContain('You gave On call the role Editor in Acme, for a limited time.')
  expect(text).toContain('Renew it if it is still needed.')
})
