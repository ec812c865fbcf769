import { expect, test } from 'vitest'
import { withTexts } from './draft.ts'
import { type Draft, keepDraft, keptDraft } from './kept-draft.ts'
import { NOWHERE } from './places.ts'

const draft: Draft = {
  entries: withTexts([], ['ada@acme.test']).entries,
  role: undefined,
  sure: false,
  expiry: { choice: '7', typed: '' },
  message: '',
  welcome: true,
  template: true,
  reason: '',
  places: NOWHERE,
}

test('what was typed waits for the one who typed it, in the organization it was typed for', () => {
  keepDraft('ada acme', draft)
  expect(keptDraft('ada acme')).toBe(draft)
  expect(keptDraft('grace acme')).toBeUndefined()
  expect(keptDraft('ada globex')).toBeUndefined()
})

test('an empty list and a discarded one are forgotten', () => {
  keepDraft('ada acme', draft)
  keepDraft('ada acme', { ...draft, entries: [] })
  expect(keptDraft('ada acme')).toBeUndefined()
  keepDraft('ada acme', draft)
  keepDraft('ada acme', null)
  expect(keptDraft('ada acme')).toBeUndefined()
})
