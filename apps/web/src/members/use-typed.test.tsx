// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTyped } from './use-typed.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function typing(first = '') {
  const commit = vi.fn<(value: string) => void>()
  const hook = renderHook(({ value }) => useTyped(value, commit), { initialProps: { value: first } })
  const type = (text: string) => act(() => hook.result.current[1](text))
  return { commit, type, text: () => hook.result.current[0], rerender: hook.rerender }
}

test('D7 what is typed is searched once, when the typing rests', () => {
  const { commit, type, text } = typing()
  type('a')
  type('ad')
  type('ada ')
  expect(text()).toBe('ada ')
  expect(commit).not.toHaveBeenCalled()
  vi.advanceTimersByTime(150)
  expect(commit.mock.calls).toEqual([['ada']])
})

test('D7 emptied, the list is whole again at once', () => {
  const { commit, type } = typing('ada')
  type('adam')
  type('')
  expect(commit.mock.calls).toEqual([['']])
  vi.advanceTimersByTime(1_000)
  expect(commit).toHaveBeenCalledTimes(1)
})

test('the address wins over what is half typed', () => {
  const { commit, type, text, rerender } = typing('ada')
  type('adam')
  rerender({ value: 'grace' })
  expect(text()).toBe('grace')
  vi.advanceTimersByTime(1_000)
  expect(commit).not.toHaveBeenCalled()
})

test('the answer of its own commit does not overwrite what is typed meanwhile', () => {
  const { type, text, rerender } = typing()
  type('ada')
  vi.advanceTimersByTime(150)
  type('ada l')
  rerender({ value: 'ada' })
  expect(text()).toBe('ada l')
})
