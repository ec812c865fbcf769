import { expect, test } from 'vitest'
import { untilAllSort } from './column-class.ts'
import type { Column } from './table-types.ts'

type AnyColumn = Column<unknown>

const column = (part: Partial<AnyColumn>): AnyColumn => ({ id: 'x', header: 'X', cell: () => null, ...part })

test('the order can be chosen beside the head until every column that sorts is shown', () => {
  const name = column({ sort: 'name' })
  const email = column({ sort: 'email', from: 'md' })
  const joined = column({ sort: 'joined', from: 'xl' })
  const title = column({ from: 'xl' })
  expect(untilAllSort([name, title])).toBe('sm:hidden')
  expect(untilAllSort([name, email, title])).toBe('md:hidden')
  expect(untilAllSort([name, email, joined])).toBe('xl:hidden')
})
