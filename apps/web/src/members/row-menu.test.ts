import { ALL_PERMISSIONS, type MemberId } from '@roster/domain'
import { expect, test, vi } from 'vitest'
import { rowMenu } from './row-menu.ts'
import type { Standing } from './standing.ts'

const me: MemberId = 'mem_me'
const standing: Standing = {
  me,
  permissions: ALL_PERMISSIONS,
  roles: [
    { id: 'rol_member', key: 'member', permissions: ['members.read'], members: 3 },
    { id: 'rol_owner', key: 'owner', permissions: ALL_PERMISSIONS, members: 1 },
  ],
  mail: true,
}
const member = { id: 'rol_member', key: 'member', name: 'Member' } as const
const owner = { id: 'rol_owner', key: 'owner', name: 'Owner' } as const

function items(target: Parameters<typeof rowMenu>[0], open = vi.fn()) {
  return rowMenu(target, standing, open).flatMap((section) => section.items ?? [])
}
const labels = (target: Parameters<typeof rowMenu>[0]) => items(target).map(({ label }) => label)

test('D14 another member can be removed and made an owner', () => {
  const shown = items({ member: 'mem_other', role: member, protected: false })
  expect(shown.map(({ label }) => label)).toEqual([
    'Change role',
    'Assign to projects',
    'Edit title and display name',
    'Transfer ownership',
    'Send password reset',
    'Offboard',
    'Remove from organization',
  ])
  expect(shown.every(({ disabledReason }) => disabledReason === undefined)).toBe(true)
})

test('D14 an owner is not made one again, and cannot be removed', () => {
  const target = { member: 'mem_other', role: owner, protected: true } as const
  expect(labels(target)).not.toContain('Transfer ownership')
  expect(labels(target)).toContain('Assign to projects')
  expect(items(target).at(-1)).toMatchObject({
    label: 'Remove from organization',
    disabledReason: expect.stringContaining('Owners are protected'),
  })
})

test('oneself leaves instead of being removed, and is told how when last owner', () => {
  const open = vi.fn()
  const leave = items({ member: me, role: owner, protected: true }, open).at(-1)
  expect(leave).toMatchObject({ label: 'Leave organization' })
  expect(leave?.disabledReason).toBeUndefined()
  leave?.onSelect?.()
  expect(open).toHaveBeenCalledWith('leave')
})
