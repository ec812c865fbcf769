import type { UserId } from '@roster/domain'
import { expect, test } from 'vitest'
import { Downloads } from './downloads.ts'

const ADA: UserId = 'usr_01k9q3v7c8x2m4n6p8r0s2t4w6'
const EVE: UserId = 'usr_01k9q3v7c8x2m4n6p8r0s2t4w7'

test('A54 whoever prepares thousands of downloads pushes out nobody’s but their own', () => {
  const downloads = new Downloads()
  const name = downloads.keep('Ada’s', ADA, 0)
  const first = downloads.keep('Eve’s', EVE, 1)
  for (let more = 0; more < 2_000; more++) downloads.keep('Eve’s', EVE, 2)
  expect(downloads.find(name, ADA, 3)).toBe('Ada’s')
  expect(() => downloads.find(first, EVE, 3)).toThrow()
})
