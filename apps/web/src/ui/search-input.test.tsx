// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { SearchInput } from './search-input.tsx'

afterEach(cleanup)

function Search() {
  const [text, setText] = useState('')
  return <SearchInput label="Search members" value={text} onChange={setText} />
}

test('D7 Escape clears the search, and only then belongs to what is around it', async () => {
  const around = vi.fn()
  const user = userEvent.setup()
  document.addEventListener('keydown', around)
  render(<Search />)
  const input = screen.getByLabelText<HTMLInputElement>('Search members')
  await user.type(input, 'ada')
  around.mockClear()
  await user.keyboard('{Escape}')
  expect(input.value).toBe('')
  expect(around).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(around).toHaveBeenCalledOnce()
  document.removeEventListener('keydown', around)
})

test('the button clears and gives the focus back to the text', async () => {
  const user = userEvent.setup()
  render(<Search />)
  const input = screen.getByLabelText<HTMLInputElement>('Search members')
  expect(screen.queryByRole('button')).toBeNull()
  await user.type(input, 'ada')
  await user.click(screen.getByRole('button', { name: 'Clear search' }))
  expect(input.value).toBe('')
  expect(document.activeElement).toBe(input)
})
