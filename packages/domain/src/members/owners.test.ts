import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { keepAnOwner, mayRemoveMember, mayTransfer } from './owners.ts'

const PEOPLE = ['usr_ada', 'usr_bob', 'usr_eve', 'usr_joe'] as const
const person = fc.constantFrom(...PEOPLE)
const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('D13 the owners of an organization', () => {
  test('no sequence of accepted changes leaves an organization without an owner', () => {
    const change = fc.oneof(
      fc.record({
        act: fc.constant('role' as const),
        member: person,
        becomes: fc.constantFrom('owner', 'other', 'gone'),
      }),
      fc.record({ act: fc.constant('remove' as const), actor: person, target: person }),
      fc.record({ act: fc.constant('transfer' as const), actor: person, target: person }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const owners = new Set<string>(['usr_ada'])
        const members = new Set<string>(PEOPLE)
        for (const change of changes) {
          if (change.act === 'role') {
            if (keepAnOwner(owners, change) !== true) continue
            if (change.becomes === 'owner') owners.add(change.member)
            else owners.delete(change.member)
            if (change.becomes === 'gone') members.delete(change.member)
            else members.add(change.member)
          } else if (change.act === 'remove') {
            if (mayRemoveMember({ owners, ...change }) !== true) continue
            owners.delete(change.target)
            members.delete(change.target)
          } else {
            const targetIsMember = members.has(change.target)
            if (mayTransfer({ owners, ...change, targetIsMember }) !== true) continue
            owners.add(change.target)
            owners.delete(change.actor)
          }
          expect(owners.size).toBeGreaterThan(0)
          for (const owner of owners) expect(members).toContain(owner)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('the last one can neither step down nor leave, one of two can', () => {
    expect(code(keepAnOwner(['usr_ada'], { member: 'usr_ada', becomes: 'other' }))).toBe('last-owner')
    expect(code(keepAnOwner(['usr_ada'], { member: 'usr_ada', becomes: 'gone' }))).toBe('last-owner')
    expect(keepAnOwner(['usr_ada', 'usr_bob'], { member: 'usr_ada', becomes: 'gone' })).toBe(true)
    expect(keepAnOwner(['usr_ada'], { member: 'usr_bob', becomes: 'gone' })).toBe(true)
    expect(keepAnOwner([], { member: 'usr_ada', becomes: 'owner' })).toBe(true)
  })

  test('the same owner listed twice is still one', () => {
    expect(code(keepAnOwner(['usr_ada', 'usr_ada'], { member: 'usr_ada', becomes: 'gone' }))).toBe(
      'last-owner',
    )
  })
})

describe('transfer of ownership', () => {
  const ask = { owners: ['usr_ada'], actor: 'usr_ada', target: 'usr_bob', targetIsMember: true }

  test.each([
    [{}, true],
    [{ actor: 'usr_eve' }, 'not-permitted'],
    [{ targetIsMember: false }, 'must-be-member'],
    [{ target: 'usr_ada' }, 'already-owner'],
    [{ owners: ['usr_ada', 'usr_bob'] }, 'already-owner'],
  ])('%j', (change, answer) => {
    expect(code(mayTransfer({ ...ask, ...change }))).toBe(answer)
  })
})

test('D12 owners are protected from removal, and leaving is another act', () => {
  const owners = ['usr_ada', 'usr_bob']
  expect(code(mayRemoveMember({ owners, actor: 'usr_ada', target: 'usr_bob' }))).toBe('transfer-first')
  expect(code(mayRemoveMember({ owners, actor: 'usr_eve', target: 'usr_eve' }))).toBe('not-yourself')
  expect(mayRemoveMember({ owners, actor: 'usr_ada', target: 'usr_eve' })).toBe(true)
})
