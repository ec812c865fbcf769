import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AUTHZEN_ENDPOINTS, type AuthzenEndpoint, answerAuthzen } from './authzen.ts'
import { callWith } from './checks/testing.ts'
import { makeKey } from './keys/testing.ts'
import { digestOf } from './testing/digest.ts'
import { type House, house } from './testing/house.ts'
import { addProject } from './testing/places.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const isEndpoint = (name: string): name is AuthzenEndpoint => name in AUTHZEN_ENDPOINTS

/** Requests that are almost as they should be: every field is there, another one, or something else altogether. */
function anyRequest(project: string) {
  const something = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constant(undefined))
  const or = <T>(right: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: something })
  const subject = fc.record({
    type: or(fc.constantFrom('user', 'service_account', 'group')),
    id: or(
      fc.constantFrom(
        home.people.member.id,
        home.people.owner.email,
        'the-viewer',
        '',
        "' --",
        'x'.repeat(9_000),
      ),
    ),
  })
  const resource = fc.record({
    type: or(fc.constantFrom('organization', 'project', 'document')),
    id: or(fc.constantFrom('acme', 'globex', project, 'prj_1')),
  })
  const action = fc.record({
    name: or(fc.constantFrom('project.read', 'members.read', '__proto__', 'constructor')),
  })
  const one = {
    subject: or(subject),
    resource: or(resource),
    action: or(action),
    context: or(fc.constant({ explain: true })),
  }
  const page = fc.record({ token: or(fc.constant('')), limit: or(fc.nat(200)) })
  return fc.oneof(
    { weight: 1, arbitrary: something },
    {
      weight: 9,
      arbitrary: fc.record(
        {
          ...one,
          page: or(page),
          evaluations: or(fc.array(or(fc.record(one, { requiredKeys: [] })), { maxLength: 3 })),
          options: or(
            fc.record({ evaluations_semantic: or(fc.constantFrom('execute_all', 'deny_on_first_deny')) }),
          ),
        },
        { requiredKeys: [] },
      ),
    },
  )
}

test('A59 whatever is asked by AuthZEN is answered, or refused as the specification has it, and nothing changes', async () => {
  const project = await addProject(home, 'Apollo')
  const { secret } = await makeKey(home, 'owner', 'viewer')
  const call = await callWith(home, secret)
  const before = await digestOf(home)
  const statuses = new Map<number, number>()
  const endpoint = fc.constantFrom(...Object.keys(AUTHZEN_ENDPOINTS).filter(isEndpoint))
  await fc.assert(
    fc.asyncProperty(endpoint, anyRequest(project), async (where, body) => {
      const answer = await answerAuthzen(call, where, body)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect([200, 400, 403]).toContain(answer.status)
      if ('message' in answer) expect(answer.message.length).toBeGreaterThan(5)
    }),
    { numRuns: 600 },
  )
  expect(statuses.get(200) ?? 0).toBeGreaterThan(50)
  expect(statuses.get(400) ?? 0).toBeGreaterThan(50)
  expect(await digestOf(home)).toEqual(before)
})
