import { type ReactNode, useRef } from 'react'
import { Checkbox } from './checkbox.tsx'
import { columnClass } from './column-class.ts'
import { cx } from './cx.ts'
import { Menu } from './menu.tsx'
import { counted } from './number.ts'
import { Select } from './select.tsx'
import { between, toggled, withAll } from './selection.ts'
import { Skeleton } from './skeleton.tsx'
import { TableHead } from './table-head.tsx'
import type { Column, TableProps } from './table-types.ts'

/** Display changes on a phone take a table's roles away in some browsers; spelled out, they stay. */
const ROLE = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
}

/**
 * A list as a real table: 44 px rows, sticky head, sorting, selection (Shift for a range) and a menu per row.
 * On a phone each row is a card of two lines with the same menu. Never wider than its place.
 */
export function Table<Row, Key extends string = string>(props: TableProps<Row, Key>) {
  const { caption, columns, rows, rowId, rowName, sort, onSort, selection, bulkBar, menu, empty } = props
  const { expected = 10, refreshing = false } = props
  const last = useRef<string>(undefined)

  const free = (rows ?? []).filter((row) => !selection?.disabledReason?.(row)).map(rowId)
  const chosen = selection?.selected.size ?? 0
  const all = free.length > 0 && free.every((id) => selection?.selected.has(id))

  const leading = columns.find(({ phone = 'detail' }) => phone === 'detail')

  function select(id: string, on: boolean, withShift: boolean) {
    if (!selection) return
    const range = withShift && last.current ? between(free, last.current, id) : [id]
    last.current = id
    selection.onChange(
      range.length > 1 ? withAll(selection.selected, range, on) : toggled(selection.selected, id, on),
    )
  }

  const selectAll = selection && (
    <Checkbox
      label="Select all on this page"
      hideLabel
      checked={all}
      indeterminate={!all && free.some((id) => selection.selected.has(id))}
      onChange={(on) => selection.onChange(withAll(selection.selected, free, on))}
      disabledReason={rows && free.length === 0 ? 'Nothing on this page can be selected.' : undefined}
    />
  )
  const sortable = columns.filter(({ sort: key }) => key !== undefined)

  return (
    <div className="relative min-w-0 overflow-clip rounded-card border border-line bg-surface">
      {selection && (
        <p role="status" className="sr-only">
          {chosen > 0 ? counted(chosen, 'row selected', 'rows selected') : ''}
        </p>
      )}
      {chosen > 0 && bulkBar}
      {(selection || (onSort && sortable.length > 0)) && (
        <div className="flex items-center justify-between gap-2 border-line border-b bg-sunken py-1 pr-2 pl-1 sm:hidden">
          {selectAll ?? <span />}
          {onSort && sortable.length > 0 && <PhoneSort columns={sortable} sort={sort} onSort={onSort} />}
        </div>
      )}
      <table
        {...ROLE.table}
        aria-busy={!rows || refreshing}
        className={cx(
          'w-full table-fixed border-separate border-spacing-0 text-left text-sm tabular-nums transition-opacity max-sm:block',
          refreshing && 'opacity-60',
        )}
      >
        <caption className="sr-only">{caption}</caption>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          selectAll={selectAll}
          hasMenu={menu !== undefined}
        />
        <tbody {...ROLE.group} className="max-sm:block">
          {rows?.map((row) => {
            const id = rowId(row)
            const ticked = selection?.selected.has(id) ?? false
            return (
              <Line key={id} ticked={ticked}>
                {selection && (
                  <td {...ROLE.cell} className="w-11 px-1.5 max-sm:-order-2 max-sm:shrink-0">
                    <Checkbox
                      label={`Select ${rowName(row)}`}
                      hideLabel
                      checked={ticked}
                      onChange={(on, withShift) => select(id, on, withShift)}
                      disabledReason={selection.disabledReason?.(row)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <Cell
                    key={column.id}
                    column={column}
                    ticks={selection !== undefined}
                    leads={column === leading}
                  >
                    {column.cell(row)}
                  </Cell>
                ))}
                {menu && (
                  <td {...ROLE.cell} className="w-12 px-1.5 text-right max-sm:-order-1 max-sm:shrink-0">
                    <Menu label={`Actions for ${rowName(row)}`} sections={menu(row)} />
                  </td>
                )}
              </Line>
            )
          })}
          {!rows &&
            Array.from({ length: expected }, (_, at) => at).map((at) => (
              <Line key={at} ticked={false}>
                {selection && <td {...ROLE.cell} className="w-11 max-sm:w-8" />}
                {columns.map((column, nth) => (
                  <Cell
                    key={column.id}
                    column={column}
                    ticks={selection !== undefined}
                    leads={column === leading}
                  >
                    <Skeleton className={cx('h-3', nth === 0 ? 'w-3/5' : 'w-2/5', 'max-sm:w-24')} />
                  </Cell>
                ))}
                {menu && <td {...ROLE.cell} className="w-12 max-sm:hidden" />}
              </Line>
            ))}
        </tbody>
      </table>
      {rows?.length === 0 && empty}
    </div>
  )
}

function Line({ ticked, children }: { ticked: boolean; children: ReactNode }) {
  return (
    <tr
      {...ROLE.row}
      className={cx(
        'group h-11 max-sm:flex max-sm:h-auto max-sm:flex-wrap max-sm:items-center max-sm:border-line max-sm:border-b max-sm:py-1.5 max-sm:last:border-b-0 sm:[&:not(:last-child)>td]:border-b sm:[&>td]:border-line',
        ticked ? 'bg-accent-tint' : 'hover:bg-hover focus-within:bg-hover',
      )}
    >
      {children}
    </tr>
  )
}

type CellProps<Row, Key extends string> = {
  column: Column<Row, Key>
  /** A checkbox stands before it. */
  ticks: boolean
  /** The first of a card's second line. */
  leads: boolean
  children: ReactNode
}

function Cell<Row, Key extends string>({ column, ticks, leads, children }: CellProps<Row, Key>) {
  const { phone = 'detail', phoneLabel } = column
  return (
    <td
      {...ROLE.cell}
      className={cx(
        'truncate px-3 max-sm:py-0.5',
        columnClass(column),
        phone === 'title' && 'max-sm:-order-2 max-sm:min-w-0 max-sm:flex-1',
        phone === 'title' &&
          (ticks ? 'max-sm:basis-[calc(100%-6.5rem)] max-sm:pl-1' : 'max-sm:basis-[calc(100%-4rem)]'),
        phone === 'detail' && 'max-sm:w-auto max-sm:text-ink-muted max-sm:text-xs max-sm:pr-3',
        phone === 'detail' && (leads ? (ticks ? 'max-sm:pl-12' : 'max-sm:pl-3') : 'max-sm:pl-0'),
        phone === 'hidden' && 'max-sm:hidden',
      )}
    >
      {phoneLabel && <span className="text-ink-faint sm:hidden">{phoneLabel} </span>}
      {children}
    </td>
  )
}

type PhoneSortProps<Row, Key extends string> = {
  columns: readonly Column<Row, Key>[]
  sort: TableProps<Row, Key>['sort']
  onSort: NonNullable<TableProps<Row, Key>['onSort']>
}

function PhoneSort<Row, Key extends string>({ columns, sort, onSort }: PhoneSortProps<Row, Key>) {
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
