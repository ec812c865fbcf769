// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Listed } from './types.ts'
import { useChanged } from './use-changed.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function row(id: `inv_${string}`, status: Listed['status'], generation = 1): Listed {
  return {
    id,
    recipient: { email: `${id}@acme.test`, username: null },
    role: { id: 'rol_1', key: 'member', name: 'Member' },
    places: { projects: [], groups: [], hidden: 0 },
    defaultProjects: false,
    purgedAt: null,
    status,
    expiresSoon: false,
    sentAt: 0,
    expiresAt: 1,
    openedAt: null,
    closedAt: null,
    invitedBy: { user: 'usr_1', name: 'Ada', username: null, email: null, verified: true, avatar: null },
    message: null,
    generation,
    delivery: null,
    actions: [],
  }
}

function shown(rows: readonly Listed[] | undefined, list = 'open') {
  return renderHook(({ rows, list }) => useChanged(rows, list), { initialProps: { rows, list } })
}

test('I8 a row that turns from pending to active is marked for a moment', () => {
  const { result, rerender } = shown([row('inv_a', 'pending'), row('inv_b', 'active')])
  expect([...result.current]).toEqual([])
  rerender({ rows: [row('inv_a', 'active'), row('inv_b', 'active')], list: 'open' })
  expect([...result.current]).toEqual(['inv_a'])
  act(() => vi.advanceTimersByTime(2_400))
  expect([...result.current]).toEqual([])
})

test('a new row is marked, one that left is not missed', () => {
  const { result, rerender } = shown([row('inv_a', 'active'), row('inv_b', 'active')])
  rerender({ rows: [row('inv_c', 'pending'), row('inv_a', 'active')], list: 'open' })
  expect([...result.current]).toEqual(['inv_c'])
})

test('another list begins anew, and rows that are still those of the list before say nothing', () => {
  const { result, rerender } = shown([row('inv_a', 'active')])
  rerender({ rows: undefined, list: 'all' })
  rerender({ rows: [row('inv_b', 'revoked')], list: 'all' })
  expect([...result.current]).toEqual([])
})

test('where everything is new, nothing stands out', () => {
  const { result, rerender } = shown([])
  const many = Array.from({ length: 25 }, (_, at) => row(`inv_${at}`, 'pending'))
  rerender({ rows: many, list: 'open' })
  expect([...result.current]).toEqual([])
})
