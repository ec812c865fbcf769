import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { type Asked, mayAnswer, mayRequest, mayWithdraw, REQUEST_STATES } from './request.ts'

const code = (verdict: true | Refusal) => (verdict instanceof Refusal ? verdict.code : 'yes')
const project = { kind: 'project', visibility: 'requests', archivedAt: null } as const

test.each<[string, Partial<Asked>]>([
  ['yes', { place: { kind: 'organization', joinRequests: true }, isMember: false }],
  ['not-found', { place: { kind: 'organization', joinRequests: false }, isMember: false }],
  ['already-member', { place: { kind: 'organization', joinRequests: true } }],
  ['yes', { place: project }],
  ['must-be-member', { place: project, isMember: false }],
  ['project-not-open', { place: { ...project, visibility: 'organization' } }],
  ['project-archived', { place: { ...project, archivedAt: 5 } }],
  ['nothing-to-request', { place: project, inProject: true }],
])('whoever asks hears %s', (expected, asked) => {
  expect(code(mayRequest({ place: project, isMember: true, inProject: false, ...asked }))).toBe(expected)
})

test.each(REQUEST_STATES)('a request that is %s is answered only while it is open', (state) => {
  expect(code(mayAnswer({ state }))).toBe(state === 'pending' ? 'yes' : 'request-closed')
})

test('a request is for its own person to withdraw', () => {
  expect(code(mayWithdraw({ state: 'pending', user: 'usr_a' }, 'usr_a'))).toBe('yes')
  expect(code(mayWithdraw({ state: 'pending', user: 'usr_a' }, 'usr_b'))).toBe('not-found')
  expect(code(mayWithdraw({ state: 'approved', user: 'usr_a' }, 'usr_a'))).toBe('request-closed')
})
