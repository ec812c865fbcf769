// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Pager } from './pager.tsx'
import { pageMarks } from './pages.ts'

afterEach(cleanup)

test('says where one is and goes where one presses', async () => {
  const onPage = vi.fn()
  const user = userEvent.setup()
  render(<Pager page={1} pageSize={25} total={15_204} onPage={onPage} />)
  expect(screen.getByText('1–25 of 15,204')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Page 1' }).getAttribute('aria-current')).toBe('page')
  await user.click(screen.getByRole('button', { name: 'Previous page' }))
  await user.click(screen.getByRole('button', { name: 'Page 1' }))
  expect(onPage).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  await user.click(screen.getByRole('button', { name: 'Page 609' }))
  expect(onPage.mock.calls).toEqual([[2], [609]])
})

test('the last page ends at the total, a capped total says so', () => {
  render(<Pager page={2} pageSize={25} total={30} totalIsCapped onPage={() => undefined} />)
  expect(screen.getByText(/26–30 of 30/).textContent).toBe('26–30 of 30+')
})

test('nothing found is not counted', () => {
  const { container } = render(<Pager page={1} pageSize={25} total={0} onPage={() => undefined} />)
  expect(container.textContent).toBe('')
})

test('how many on a page is asked where there can be more than one page', () => {
  const sized = { page: 1, pageSize: 25, onPage: () => undefined, onPageSize: () => undefined }
  const { rerender } = render(<Pager {...sized} total={25} />)
  expect(screen.queryByRole('combobox', { name: 'Rows per page' })).toBeNull()
  rerender(<Pager {...sized} total={26} />)
  expect(screen.getByRole('combobox', { name: 'Rows per page' })).toBeDefined()
})

test('there are always as many places, so that nothing moves under the pointer', () => {
  for (let page = 1; page <= 609; page++) {
    const marks = pageMarks(page, 609)
    expect(marks).toHaveLength(7)
    expect(marks).toContain(page)
    expect(marks[0]).toBe(1)
    expect(marks.at(-1)).toBe(609)
  }
  expect(pageMarks(2, 3)).toEqual([1, 2, 3])
})
