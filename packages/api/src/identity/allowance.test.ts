import { expect, test } from 'vitest'
import { refused } from '../testing/refused.ts'
import { Allowance } from './allowance.ts'

const START = Date.UTC(2026, 4, 4, 9)

test('what is used up comes back with the clock of the calls, and the refusal says when', async () => {
  const allowance = new Allowance(2, 60)
  await allowance.take('a', START)
  await allowance.take('a', START + 10_000)
  const refusal = await refused(allowance.take('a', START + 20_000))
  expect(refusal.code).toBe('too-many-attempts')
  expect(refusal.facts).toEqual({ seconds: 40 })
  expect((await refused(allowance.take('a', START + 59_999))).facts).toEqual({ seconds: 1 })
  await allowance.take('a', START + 60_000)
})

test('keys have an allowance of their own, and what is given back can be taken again', async () => {
  const allowance = new Allowance(1, 60)
  await allowance.take('a', START)
  await allowance.take('b', START)
  expect(await allowance.allows('a', START)).toBe(false)
  await allowance.giveBack('b', START)
  expect(await allowance.allows('b', START)).toBe(true)
})

test('A55 attempts made at the same moment are all counted', async () => {
  const allowance = new Allowance(5, 60)
  const answers = await Promise.all(Array.from({ length: 50 }, () => allowance.allows('a', START)))
  expect(answers.filter(Boolean)).toHaveLength(5)
})
