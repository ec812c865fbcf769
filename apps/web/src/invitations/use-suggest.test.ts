import { expect, test } from 'vitest'
import { suggestPrefix } from './use-suggest.ts'

test('T11 autocomplete starts at four characters', () => {
  expect(['a', 'ad', 'ada', '@ada', ''].map(suggestPrefix)).toEqual([null, null, null, null, null])
  expect(['adal', '@adal', 'ada-l'].map(suggestPrefix)).toEqual(['adal', 'adal', 'ada-l'])
})

test('T12 for an address, a name or a list nobody is asked', () => {
  expect(['ada@acme.test', 'Ada L', 'ada,grace', '@@ada1'].map(suggestPrefix)).toEqual([
    null,
    null,
    null,
    null,
  ])
})
