import { ALL_PERMISSIONS } from '@roster/domain'
import { expect, test } from 'vitest'
import { whichOf, whyNotAct } from './may.ts'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'

const MEMBER = 'rol_member'
const OWNER = 'rol_owner'
const BEYOND = 'You cannot give more than you hold.'

const admin: Standing = {
  permissions: ALL_PERMISSIONS,
  roles: [
    { id: MEMBER, refusal: null },
    { id: OWNER, refusal: BEYOND },
  ],
  mail: 'smtp',
}

function row(
  status: Listed['status'],
  role: typeof MEMBER | typeof OWNER = MEMBER,
  expiresAt: number | null = 1,
) {
  return { status, role: { id: role, key: null, name: role }, expiresAt } as const
}

test('D16 an active invitation can be sent again, extended, edited and revoked', () => {
  for (const action of ['resend', 'extend', 'edit', 'revoke', 'copy-link'] as const) {
    expect(whyNotAct(action, row('active'), admin)).toBeUndefined()
  }
  expect(whyNotAct('delete', row('active'), admin)).toMatch(/cannot be done/)
  expect(whyNotAct('extend', row('active', MEMBER, null), admin)).toBe('It never expires.')
})

test('who may not manage invitations reads why', () => {
  const reader = { ...admin, permissions: ['invitations.read'] as const }
  expect(whyNotAct('revoke', row('active'), reader)).toMatch(/role does not allow/)
})

test('D29 an invitation to a higher role is not touched from below', () => {
  expect(whyNotAct('revoke', row('active', OWNER), admin)).toBe(BEYOND)
  expect(whyNotAct('edit', row('active', OWNER), admin)).toBe(BEYOND)
})

test('D47 of many, those are taken that it can be done to; else it says why', () => {
  const rows = [row('active'), row('expired'), row('accepted')]
  expect(whichOf('revoke', rows, admin).able).toEqual([rows[0]])
  expect(whichOf('resend', rows, admin).able).toEqual([rows[0], rows[1]])
  expect(whichOf('delete', rows, admin).able).toEqual([rows[1]])
  expect(whichOf('delete', [row('active')], admin).whyNot).toMatch(/Only expired/)
  expect(whichOf('revoke', [row('active', OWNER)], admin).whyNot).toBe(BEYOND)
})
