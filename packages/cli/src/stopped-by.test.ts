import { expect, test } from 'vitest'
import { EXIT, misused } from './io.ts'
import { stoppedBy } from './stopped-by.ts'

function told(status: number, code: string, more: object = {}): Error {
  const error = new Error('The sentence of Roster.')
  error.name = 'RosterError'
  return Object.assign(error, { status, code, errors: [], incident: null, ...more })
}

test('a refusal is told in Roster’s words, with the fields it points at, and ends with 3', () => {
  const errors = [
    { pointer: '#/recipients/2', code: 'invalid-email', detail: 'the @ is missing' },
    { pointer: '#/role', code: 'x', detail: 'The sentence of Roster.' },
  ]
  expect(stoppedBy(told(400, 'invalid-input', { errors }))).toMatchObject({
    exit: EXIT.refused,
    message: 'The sentence of Roster.\n  #/recipients/2: the @ is missing',
  })
})

test.each([
  [401, 'key-invalid', EXIT.refused, 'ROSTER_KEY'],
  [404, 'not-found', EXIT.refused, '--org'],
  [0, 'unreachable', EXIT.failed, 'ROSTER_URL'],
  [0, 'not-understood', EXIT.failed, 'ROSTER_URL'],
])('%i %s says how to mend it', (status, code, exit, mending) => {
  const stopped = stoppedBy(told(status, code))
  expect(stopped.exit).toBe(exit)
  expect(stopped.message).toContain(mending)
})

test('where Roster is at fault, the operator is told where to look', () => {
  const stopped = stoppedBy(told(500, 'internal', { incident: 'inc_1' }))
  expect(stopped).toMatchObject({ exit: EXIT.failed })
  expect(stopped.message).toContain('inc_1')
})

test('what nobody expected keeps its stack, and what was stopped stays as it was', () => {
  expect(stoppedBy(new TypeError('x is not a function')).message).toContain('stopped-by.test.ts')
  const stopped = misused('Say it in another way.')
  expect(stoppedBy(stopped)).toBe(stopped)
  expect(stoppedBy('text')).toMatchObject({ exit: EXIT.failed, message: 'text' })
})
