import { expect, test } from 'vitest'
import { sortOutcomes } from './outcomes.ts'

test('each refusal is told of the person it is about', () => {
  const asked = [
    { member: 'mem_1', name: 'Ada' },
    { member: 'mem_2', name: 'Grace' },
    { member: 'mem_3', name: 'Alan' },
  ]
  const outcomes = [
    { ok: false, refusal: { message: 'Owners are protected.' } },
    { ok: true, result: { member: 'mem_2' } },
    { ok: false, refusal: { message: 'You cannot do this to yourself.' } },
  ] as const
  expect(sortOutcomes(asked, outcomes)).toEqual({
    done: [{ member: 'mem_2' }],
    refused: [
      { id: 'mem_1', name: 'Ada', reason: 'Owners are protected.' },
      { id: 'mem_3', name: 'Alan', reason: 'You cannot do this to yourself.' },
    ],
  })
})
