import { Select } from './select.tsx'
import type { Column, TableProps } from './table-types.ts'

type SortChoiceProps<Row, Key extends string> = {
  columns: readonly Column<Row, Key>[]
  sort: TableProps<Row, Key>['sort']
  onSort: NonNullable<TableProps<Row, Key>['onSort']>
}

/** The head's sorting where there is no head, or not all of it. */
export function SortChoice<Row, Key extends string>({ columns, sort, onSort }: SortChoiceProps<Row, Key>) {
  const options = columns.flatMap(({ header, sort: key, first = 'ascending' }) => {
    if (key === undefined) return []
    const other = first === 'ascending' ? ('descending' as const) : ('ascending' as const)
    return [
      { value: `${key} ${first}`, label: header, order: { key, direction: first } },
      { value: `${key} ${other}`, label: `${header}, reversed`, order: { key, direction: other } },
    ]
  })
  return (
    <Select
      compact
      aria-label="Sort by"
      value={sort ? `${sort.key} ${sort.direction}` : ''}
      placeholder="Sort by"
      options={options}
      onChange={(chosen) => {
        const found = options.find(({ value }) => value === chosen)
        if (found) onSort(found.order)
      }}
    />
  )
}
