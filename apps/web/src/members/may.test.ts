import { ALL_PERMISSIONS, builtInRoles, type MemberId, type RoleId } from '@roster/domain'
import { describe, expect, test } from 'vitest'
import {
  whyNotChangeRole,
  whyNotEdit,
  whyNotGive,
  whyNotLeave,
  whyNotRemove,
  whyNotReset,
  whyNotTransfer,
} from './may.ts'
import type { Standing } from './standing.ts'

type Key = 'owner' | 'admin' | 'member' | 'viewer'

const KEYS = ['owner', 'admin', 'member', 'viewer'] as const
const roleId = (key: Key): RoleId => `rol_${key}`
const me: MemberId = 'mem_me'

function roles(owners = 1): Standing['roles'] {
  return KEYS.map((key) => ({
    id: roleId(key),
    key,
    members: key === 'owner' ? owners : 3,
    permissions: [...(builtInRoles('organization').find((role) => role.key === key)?.permissions ?? [])],
  }))
}

function as(key: Key, owners = 1, mail = true): Standing {
  const permissions = roles().find((role) => role.key === key)?.permissions ?? []
  return { me, permissions, roles: roles(owners), mail }
}

function person(key: Key, member: MemberId = 'mem_other') {
  return { member, role: { id: roleId(key), key, name: key } }
}

function role(key: Key) {
  const found = roles().find((one) => one.key === key)
  if (!found) throw new Error(key)
  return found
}

const NOT_PERMITTED = /Your role does not allow this/
const BEYOND = /You cannot give or take away more than you hold yourself/
const LAST_OWNER = /always has an owner/

describe('D14 what a row offers', () => {
  test('an owner may do everything to an admin', () => {
    const admin = person('admin')
    const owner = as('owner')
    expect(whyNotChangeRole(admin, owner)).toBeUndefined()
    expect(whyNotEdit(admin, owner)).toBeUndefined()
    expect(whyNotReset(owner)).toBeUndefined()
    expect(whyNotTransfer(admin, owner)).toBeUndefined()
    expect(whyNotRemove(admin, owner)).toBeUndefined()
  })

  test('an admin touches no owner and makes none', () => {
    expect(whyNotChangeRole(person('owner'), as('admin', 2))).toMatch(BEYOND)
    expect(whyNotEdit(person('owner'), as('admin'))).toMatch(BEYOND)
    expect(whyNotGive(person('member'), role('owner'), as('admin'))).toMatch(BEYOND)
    expect(whyNotTransfer(person('member'), as('admin'))).toMatch(NOT_PERMITTED)
    expect(whyNotGive(person('member'), role('admin'), as('admin'))).toBeUndefined()
  })

  test.each(['member', 'viewer'] as const)('a %s is told that their role does not allow it', (key) => {
    const target = person('viewer')
    for (const why of [
      whyNotChangeRole(target, as(key)),
      whyNotEdit(target, as(key)),
      whyNotReset(as(key)),
      whyNotTransfer(target, as(key)),
      whyNotRemove(target, as(key)),
    ]) {
      expect(why).toMatch(NOT_PERMITTED)
    }
  })

  test('a mail needs a server that sends mail', () => {
    expect(whyNotReset(as('owner', 1, false))).toMatch(/sends no mail/)
  })
})

describe('D13 owners are protected', () => {
  test('nobody removes one, not even another owner', () => {
    expect(whyNotRemove(person('owner'), as('owner', 2))).toMatch(/Owners are protected/)
  })

  test('one of two may be changed, the last one not', () => {
    expect(whyNotChangeRole(person('owner'), as('owner', 2))).toBeUndefined()
    expect(whyNotChangeRole(person('owner', me), as('owner', 1))).toMatch(LAST_OWNER)
    expect(whyNotGive(person('owner', me), role('admin'), as('owner', 1))).toMatch(LAST_OWNER)
    expect(whyNotGive(person('owner', me), role('owner'), as('owner', 1))).toBeUndefined()
  })

  test('D46 the last one cannot leave, one of two and everyone else can', () => {
    expect(whyNotLeave(person('owner').role, as('owner', 1))).toMatch(LAST_OWNER)
    expect(whyNotLeave(person('owner').role, as('owner', 2))).toBeUndefined()
    expect(whyNotLeave(person('viewer').role, as('viewer'))).toBeUndefined()
  })

  test('one is not made an owner again', () => {
    expect(whyNotTransfer(person('owner'), as('owner', 2))).toMatch(/is an owner already/)
  })
})

test('nobody removes themself, nor raises themself by what they hold through a group', () => {
  expect(whyNotRemove(person('admin', me), as('admin'))).toMatch(/Leave organization/)
  const throughGroup = { ...as('member'), permissions: [...ALL_PERMISSIONS] }
  expect(whyNotGive(person('member', me), role('admin'), throughGroup)).toMatch(BEYOND)
  expect(whyNotGive(person('member', me), role('viewer'), throughGroup)).toBeUndefined()
})
