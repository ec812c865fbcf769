import { expect, test } from 'vitest'
import { chipOf, type Entry, fateOf, sortByFate, splitRecipients, withTexts } from './draft.ts'
import type { Verdict } from './types.ts'

const entriesOf = (text: string) => withTexts([], splitRecipients(text)).entries
const verdict = (state: Verdict['state'], reason: string | null = null): Verdict => ({
  given: 'x',
  kind: 'email',
  canonical: 'x',
  state,
  reason,
  doubt: null,
})
function only(text: string): Entry {
  const [entry] = entriesOf(text)
  if (!entry) throw new Error('nothing parsed')
  return entry
}

test('I6 a list by commas, spaces and lines becomes chips, names before addresses included', () => {
  const pasted = '"Lovelace, Ada" <Ada@Acme.test>, grace@acme.test;@linus alan@acme.test\nnot an@address'
  expect(entriesOf(pasted).map(({ text }) => text)).toEqual([
    'ada@acme.test',
    'grace@acme.test',
    '@linus',
    'alan@acme.test',
    '@not',
    'an@address',
  ])
})

test('the same recipient stands in the list once, however it was written', () => {
  const first = entriesOf('ada@acme.test')
  const { entries, doubles } = withTexts(first, ['ADA@acme.test', 'Ada <ada@acme.test>', 'bob@acme.test'])
  expect(entries.map(({ text }) => text)).toEqual(['ada@acme.test', 'bob@acme.test'])
  expect(doubles).toBe(1)
})

test('an entry goes out unless the rules or the server say otherwise', () => {
  const ada = only('ada@acme.test')
  expect(fateOf(ada, undefined)).toEqual({ fate: 'invited' })
  expect(fateOf(ada, verdict('ok'))).toEqual({ fate: 'invited' })
  expect(fateOf(ada, verdict('invited'))).toMatchObject({ fate: 'again' })
  expect(fateOf(ada, verdict('invited', 'twice'))).toMatchObject({ fate: 'member' })
  expect(fateOf(ada, verdict('blocked', 'No mail there.'))).toEqual({
    fate: 'refused',
    why: 'No mail there.',
  })
  expect(fateOf(only('@nobody'), verdict('unknown'))).toMatchObject({ fate: 'refused' })
})

test('D32 an address at a domain that takes no mail is warned of, and goes all the same', () => {
  const ada = only('ada@typo.test')
  const doubted = { ...verdict('ok'), doubt: 'typo.test takes no mail.' }
  expect(fateOf(ada, doubted)).toEqual({ fate: 'invited', why: 'typo.test takes no mail.' })
  expect(chipOf(ada, doubted)).toMatchObject({ state: 'warning', reason: 'typo.test takes no mail.' })
})

test('I6 bad chips are marked with the reason while the good ones stay', () => {
  const entries = entriesOf('ada@acme.test, broken@, eve@acme.test')
  const chips = entries.map((entry) => chipOf(entry, undefined))
  expect(chips.map(({ state }) => state)).toEqual(['neutral', 'invalid', 'neutral'])
  expect(chips[1]?.reason).toMatch(/address/)
  const verdicts = new Map([['email eve@acme.test', verdict('member', 'Is one.')]])
  const { invited, member, refused } = sortByFate(entries, verdicts)
  expect([invited, member, refused].map((list) => list.map(({ text }) => text))).toEqual([
    ['ada@acme.test'],
    ['eve@acme.test'],
    ['broken@'],
  ])
})
