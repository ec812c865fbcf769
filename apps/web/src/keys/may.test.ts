import { expect, test } from 'vitest'
import { whyNotNarrow, whyNotRevoke, whyNotRotate } from './may.ts'

const mine = { owner: { kind: 'person', member: 'mem_me', person: null }, expired: false } as const
const hers = { ...mine, owner: { ...mine.owner, member: 'mem_her' } } as const
const robots = {
  owner: { kind: 'service-account', member: 'mem_it', id: 'svc_1', name: 'CI' },
  expired: false,
} as const
const reader = (...permissions: ('keys.create' | 'keys.manage')[]) => ({ me: 'mem_me', permissions })

test('one’s own key takes keys.create, but may always be revoked', () => {
  expect(whyNotNarrow(mine, reader('keys.create'))).toBeUndefined()
  expect(whyNotRotate(mine, reader('keys.create'))).toBeUndefined()
  expect(whyNotRotate(mine, reader())).toMatch(/does not allow/)
  expect(whyNotRevoke(mine, reader())).toBeUndefined()
})

test('another person’s secret is theirs alone, whoever manages keys', () => {
  expect(whyNotRotate(hers, reader('keys.create', 'keys.manage'))).toMatch(/acts for/)
  expect(whyNotRevoke(hers, reader('keys.manage'))).toBeUndefined()
  expect(whyNotRevoke(hers, reader('keys.create'))).toMatch(/does not allow/)
})

test('a service account’s key is kept by whoever manages keys, and an expired one is not rotated', () => {
  expect(whyNotRotate(robots, reader('keys.manage'))).toBeUndefined()
  expect(whyNotRotate(robots, reader('keys.create'))).toMatch(/does not allow/)
  expect(whyNotRotate({ ...mine, expired: true }, reader('keys.create'))).toMatch(/expired/)
})
