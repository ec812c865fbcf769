import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { refused } from '../testing/refused.ts'
import { Turns } from './turns.ts'

test('no more than the allowed number run at once, and everybody has a turn in order', async () => {
  const turns = new Turns(2, 10)
  const began: number[] = []
  let running = 0
  let most = 0
  const work = (number: number) => async () => {
    began.push(number)
    running += 1
    most = Math.max(most, running)
    await setTimeout(1)
    running -= 1
    return number
  }
  const results = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((number) => turns.take(work(number))))
  expect(results).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(most).toBe(2)
})

test('whoever finds the queue full is refused at once, and those in it still get their turn', async () => {
  const turns = new Turns(1, 2)
  const inTime = [1, 2, 3].map((number) => turns.take(async () => setTimeout(1, number)))
  const refusal = await refused(turns.take(async () => 4))
  expect(refusal.code).toBe('busy')
  expect(await Promise.all(inTime)).toEqual([1, 2, 3])
  expect(await turns.take(async () => 5)).toBe(5)
})

test('work that fails gives its place back', async () => {
  const turns = new Turns(1, 1)
  await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await turns.take(async () => 'next')).toBe('next')
})
