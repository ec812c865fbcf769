import { expect, test } from 'vitest'
import { deliverySentence, statusSentence } from './status-sentences.ts'
import { statusWords } from './status-words.ts'
import type { Listed } from './types.ts'

const delivery = (state: 'queued' | 'handed-over' | 'failed' | 'pointless', attempts: number) =>
  ({ state, attempts, nextAttemptAt: null, outcome: null }) satisfies Listed['delivery']

test('D17 what waits for the mail server is being sent; put off, it says so', () => {
  const fresh = { status: 'pending', delivery: delivery('queued', 0) } as const
  const late = { status: 'pending', delivery: delivery('queued', 2) } as const
  expect(statusWords(fresh, 'smtp').label).toBe('Being sent')
  expect(statusWords(late, 'smtp')).toMatchObject({ label: 'Being retried', meaning: 'warning' })
})

test('without mail set up, nothing is said to be sent', () => {
  const waiting = { status: 'pending', delivery: delivery('queued', 0) } as const
  expect(statusWords(waiting, 'none').label).toBe('Not mailed yet')
  expect(statusSentence(waiting, 'none')).toMatch(/sends no mail yet/)
  expect(deliverySentence(waiting.delivery, 'none')).toMatch(/until mail is set up/)
})

test('D44 every state of the mail has its sentence', () => {
  expect(deliverySentence(delivery('queued', 0), 'smtp')).toBe('Queued for the mail server.')
  expect(deliverySentence(delivery('queued', 1), 'smtp')).toBe('Queued again after 1 try.')
  expect(deliverySentence(delivery('handed-over', 1), 'smtp')).toMatch(/Handed over/)
  expect(deliverySentence(delivery('failed', 9), 'smtp')).toBe('Failed after 9 tries.')
  expect(deliverySentence(delivery('pointless', 0), 'smtp')).toMatch(/closed before/)
  expect(deliverySentence(null, 'smtp')).toMatch(/no mail/)
})
