// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Table } from './table.tsx'
import type { SortOrder } from './table-types.ts'

afterEach(cleanup)

type Person = { id: string; name: string; role: string }
type Key = 'name' | 'role'

const people: readonly Person[] = ['Ada', 'Grace', 'Alan', 'Edsger'].map((name) => ({
  id: name,
  name,
  role: name === 'Ada' ? 'Owner' : 'Member',
}))

function Members({
  onSelect,
  onSort,
}: {
  onSelect?: (ids: string[]) => void
  onSort?: (sort: SortOrder<Key>) => void
}) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [sort, setSort] = useState<SortOrder<Key>>({ key: 'name', direction: 'ascending' })
  return (
    <Table<Person, Key>
      caption="Members of Acme"
      rows={people}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      sort={sort}
      onSort={(next) => {
        setSort(next)
        onSort?.(next)
      }}
      selection={{
        selected,
        onChange: (next) => {
          setSelected(next)
          onSelect?.([...next])
        },
        disabledReason: ({ role }) => (role === 'Owner' ? 'Owners are changed one by one.' : undefined),
      }}
      columns={[
        { id: 'name', header: 'Person', sort: 'name', phone: 'title', cell: ({ name }) => name },
        { id: 'role', header: 'Role', sort: 'role', first: 'descending', cell: ({ role }) => role },
      ]}
    />
  )
}

test('a head says how it is sorted, and a press turns it round', async () => {
  const onSort = vi.fn()
  const user = userEvent.setup()
  render(<Members onSort={onSort} />)
  const head = screen.getByRole('columnheader', { name: 'Person' })
  expect(head.getAttribute('aria-sort')).toBe('ascending')
  await user.click(within(head).getByRole('button'))
  expect(head.getAttribute('aria-sort')).toBe('descending')
  await user.click(screen.getByRole('button', { name: 'Role' }))
  expect(onSort.mock.calls).toEqual([
    [{ key: 'name', direction: 'descending' }],
    [{ key: 'role', direction: 'descending' }],
  ])
})

test('select all leaves out what cannot be selected; that says why', async () => {
  const onSelect = vi.fn()
  const user = userEvent.setup()
  render(<Members onSelect={onSelect} />)
  const [all] = screen.getAllByRole('checkbox', { name: 'Select all on this page' })
  const owner = screen.getByRole('checkbox', { name: 'Select Ada' })
  expect(owner.dataset.tip).toBe('Owners are changed one by one.')
  await user.click(owner)
  expect(onSelect).not.toHaveBeenCalled()
  if (all) await user.click(all)
  expect(onSelect).toHaveBeenLastCalledWith(['Grace', 'Alan', 'Edsger'])
  expect(screen.getByText('3 rows selected')).toBeDefined()
})

test('Shift selects from the last one to this one', async () => {
  const onSelect = vi.fn()
  const user = userEvent.setup()
  render(<Members onSelect={onSelect} />)
  await user.click(screen.getByRole('checkbox', { name: 'Select Grace' }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('checkbox', { name: 'Select Edsger' }))
  await user.keyboard('{/Shift}')
  expect(onSelect).toHaveBeenLastCalledWith(['Grace', 'Alan', 'Edsger'])
})
