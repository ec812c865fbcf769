import { expect, test } from 'vitest'
import { failureOf, wordsOf } from './sent.ts'

test('the words of a server become one line of at most 300 characters', () => {
  expect(wordsOf('250 2.0.0\r\nOk:\u0000 queued\u202e as\t4F2\u2028')).toBe('250 2.0.0 Ok: queued as 4F2')
  expect(wordsOf('x'.repeat(500))).toBe(`${'x'.repeat(299)}…`)
  expect(wordsOf(`${'x'.repeat(298)}😀😀`).isWellFormed()).toBe(true)
})

test('whatever is thrown is a failure that can be tried again', () => {
  for (const thrown of ['text', undefined, new Error('odd'), { code: 'EMESSAGE', responseCode: 550 }]) {
    expect(failureOf(thrown).kind).toBe('deferred')
  }
})
