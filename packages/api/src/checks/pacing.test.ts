import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerAuthzen } from '../authzen.ts'
import { makeKey } from '../keys/testing.ts'
import { type House, house } from '../testing/house.ts'
import { callWith } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('F18 others are served between many evaluations that are explained', async () => {
  const { secret } = await makeKey(home, 'owner', 'owner')
  const call = await callWith(home, secret)
  let turns = 0
  let next = setImmediate(function again() {
    turns += 1
    next = setImmediate(again)
  })
  const answer = await answerAuthzen(call, 'access_evaluations_endpoint', {
    subject: { type: 'user', id: home.people.admin.id },
    resource: { type: 'organization', id: home.acme },
    action: { name: 'members.read' },
    context: { explain: true },
    evaluations: Array.from({ length: 90 }, () => ({})),
  })
  clearImmediate(next)
  expect(answer).toMatchObject({ status: 200 })
  expect(Object(answer).body.evaluations).toHaveLength(90)
  expect(Object(answer).body.evaluations[89]).toMatchObject({ decision: true, context: { reasons: [{}] } })
  expect(turns).toBeGreaterThan(2)
})
