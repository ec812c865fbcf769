import { expect, test } from 'vitest'
import { eachAlone } from './each.ts'

test('F24 one that fails keeps nobody else waiting, and is told of at the end', async () => {
  const seen: number[] = []
  const stopping = new AbortController()
  const work = async (one: number) => {
    seen.push(one)
    if (one === 2) throw new Error('two')
    return one
  }
  await expect(eachAlone([1, 2, 3], stopping.signal, work)).rejects.toThrow('1 of 3')
  expect(seen).toEqual([1, 2, 3])
  expect(await eachAlone([1, 3], stopping.signal, work)).toBe(4)
  stopping.abort()
  expect(await eachAlone([1, 3], stopping.signal, work)).toBe(0)
})
