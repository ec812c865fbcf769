import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { columnClass } from './column-class.ts'
import { cx } from './cx.ts'
import type { Column, TableProps } from './table-types.ts'

type TableHeadProps<Row, Key extends string> = Pick<TableProps<Row, Key>, 'columns' | 'sort' | 'onSort'> & {
  selectAll: ReactNode
  hasMenu: boolean
}

/** The head: sticky, and a button in each column that can be sorted by. */
export function TableHead<Row, Key extends string>({
  columns,
  sort,
  onSort,
  selectAll,
  hasMenu,
}: TableHeadProps<Row, Key>) {
  const head =
    'sticky top-0 z-10 h-10 max-lg:top-13 border-b border-line bg-sunken font-medium text-ink-muted text-xs'
  return (
    <thead className="max-sm:hidden">
      <tr>
        {selectAll && <td className={cx(head, 'w-11 px-1.5')}>{selectAll}</td>}
        {columns.map((column) => {
          const sorted = column.sort !== undefined && sort?.key === column.sort ? sort.direction : undefined
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted}
              className={cx(head, 'px-3', columnClass(column))}
            >
              {column.sort !== undefined && onSort ? (
                <SortButton column={column} sorted={sorted} onSort={onSort} />
              ) : (
                <span className="block truncate">{column.header}</span>
              )}
            </th>
          )
        })}
        {hasMenu && (
          <th scope="col" className={cx(head, 'w-12')}>
            <span className="sr-only">Actions</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

type SortButtonProps<Row, Key extends string> = {
  column: Column<Row, Key>
  sorted: 'ascending' | 'descending' | undefined
  onSort: NonNullable<TableProps<Row, Key>['onSort']>
}

function SortButton<Row, Key extends string>({ column, sorted, onSort }: SortButtonProps<Row, Key>) {
  const { sort: key, first = 'ascending', header, align } = column
  const Arrow = (sorted ?? first) === 'ascending' ? ArrowUp : ArrowDown
  function press() {
    if (key === undefined) return
    const direction = sorted === undefined ? first : sorted === 'ascending' ? 'descending' : 'ascending'
    onSort({ key, direction })
  }
  return (
    <button
      type="button"
      onClick={press}
      className={cx(
        'group/sort -mx-1.5 inline-flex max-w-full items-center gap-1 rounded-mark px-1.5 py-1 hover:text-ink',
        sorted && 'text-ink',
        align === 'end' && 'flex-row-reverse',
      )}
    >
      <span className="truncate">{header}</span>
      <Arrow
        aria-hidden
        className={cx(
          'size-3 shrink-0',
          !sorted && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  )
}
