// @vitest-environment happy-dom
import { AUDIT_ACTIONS, type AuditAction } from '@roster/domain'
import { render } from '@testing-library/react'
import { expect, describe as group, test } from 'vitest'
import { describe } from './describe.tsx'
import type { AuditItem } from './types.ts'

const ADA = {
  user: 'usr_01kj8tq8k9438wfdh1tzyrw3qr',
  name: 'Ada Lovelace',
  username: 'ada',
  email: 'ada@acme.test',
  verified: true,
  avatar: null,
} as const
const GRACE = { ...ADA, user: 'usr_01m7xc6qz9e6zrt59h8xg2ne8k', name: 'Grace Hopper' } as const
const INVITATION = { kind: 'invitation', id: 'inv_1', label: 'eve@acme.test', person: null } as const
const MEMBER = 'rol_01kj8tq8k9438wfdh1vc0240q8'
const ADMIN = 'rol_01kj8tq8k9438wfdh1vc5vas10'

function said(action: AuditAction, part: Partial<AuditItem> = {}): string | null {
  const item: AuditItem = {
    sequence: 7,
    id: 'aud_1',
    at: Date.UTC(2026, 4, 3),
    action,
    actor: ADA,
    key: null,
    target: { kind: 'user', id: GRACE.user, label: GRACE.name, person: GRACE },
    facts: {},
    labels: { [MEMBER]: 'Member', [ADMIN]: 'Admin' },
    allowedBy: null,
    change: null,
    hash: '0'.repeat(64),
    ...part,
  }
  return render(<p>{describe(item)}</p>).container.textContent
}

group('D30 entries in a sentence', () => {
  test('a change of role names both people and both roles, as they were called then', () => {
    const facts = { from_role: MEMBER, from_name: 'Member', to_role: ADMIN, to_name: 'Administrator' }
    expect(said('member.role-changed', { facts })).toBe(
      'Ada Lovelace changed the role of Grace Hopper from Member to Administrator',
    )
  })

  test('T28 what was done with a key says with which', () => {
    const key = { id: 'key_1', name: 'CI' } as const
    const target = { kind: 'key', id: 'key_2', label: 'Deploy', person: null }
    expect(said('key.revoked', { key, target })).toBe(
      'Ada Lovelace, with the key CI, revoked the API key Deploy',
    )
  })

  test('what people do to themselves says so', () => {
    const target = { kind: 'user', id: ADA.user, label: ADA.name, person: ADA }
    const facts = { from_role: ADMIN, to_role: MEMBER }
    expect(said('member.role-changed', { target, facts })).toBe(
      'Ada Lovelace changed their own role from Admin to Member',
    )
  })

  test('ownership that is kept and ownership that is given away differ', () => {
    const kept = { to_role: ADMIN, own_role: ADMIN, own_name: 'Owner' }
    expect(said('member.ownership-transferred', { facts: kept })).toBe(
      'Ada Lovelace made Grace Hopper an owner',
    )
    expect(
      said('member.ownership-transferred', { facts: { ...kept, own_role: MEMBER, own_name: 'Admin' } }),
    ).toBe('Ada Lovelace made Grace Hopper an owner and became Admin themself')
  })

  test('whoever holds the box is named as the operator, with the person whose rights they took', () => {
    expect(said('member.joined', { actor: null, byOperator: true, facts: { role: ADMIN } })).toBe(
      'The operator made Grace Hopper a member as Admin',
    )
    expect(said('export.made', { byOperator: true, facts: { what: 'members' } })).toBe(
      'The operator, with the rights of Ada Lovelace, exported members',
    )
  })

  test('an invitation is known by its address, whoever declines it', () => {
    expect(said('invitation.sent', { target: INVITATION, facts: { role: MEMBER } })).toBe(
      'Ada Lovelace invited eve@acme.test as Member',
    )
    expect(said('invitation.declined', { target: INVITATION, actor: null })).toBe(
      'The invitee declined the invitation to eve@acme.test',
    )
    expect(said('invitation.extended', { target: INVITATION, facts: { from: 1, to: null } })).toBe(
      'Ada Lovelace extended the invitation of eve@acme.test for ever',
    )
  })

  test('every action has a sentence, also where nothing is known any more', () => {
    for (const action of AUDIT_ACTIONS) {
      const bare = said(action, { actor: null, target: null, labels: {} }) ?? ''
      expect(bare, action).toMatch(/^[A-Z].{6,}$/)
      expect(bare, action).not.toMatch(/undefined|null|\[object|_| {2}/)
    }
  })
})
