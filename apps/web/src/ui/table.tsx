import { type ReactNode, useRef } from 'react'
import { Checkbox } from './checkbox.tsx'
import { untilAllSort } from './column-class.ts'
import { cx } from './cx.ts'
import { Menu } from './menu.tsx'
import { counted } from './number.ts'
import { between, withAll } from './selection.ts'
import { Skeleton } from './skeleton.tsx'
import { SortChoice } from './sort-choice.tsx'
import { TableHead } from './table-head.tsx'
import { Cell, Line, ROLE } from './table-line.tsx'
import type { TableProps } from './table-types.ts'

/**
 * A list as a real table: 44 px rows, sticky head, sorting, selection (Shift for a range) and a menu per row.
 * On a phone each row is a card of two lines with the same menu. Never wider than its place. Where the head lacks a
 * column to sort by, for want of room, a choice of the order stands over it.
 */
export function Table<Row, Key extends string = string>(props: TableProps<Row, Key>) {
  const { caption, columns, rows, rowId, rowName, sort, onSort, selection, bulkBar, menu, empty } = props
  const { expected = 10, refreshing = false, changed } = props
  const last = useRef<string>(undefined)

  const free = (rows ?? []).filter((row) => !selection?.disabledReason?.(row)).map(rowId)
  const ticks = selection !== undefined
  const chosen = selection?.selected.size ?? 0
  const all = free.length > 0 && free.every((id) => selection?.selected.has(id))
  const nothing = rows?.length === 0 && empty !== undefined

  function select(id: string, on: boolean, withShift: boolean) {
    const range = withShift && last.current ? between(free, last.current, id) : [id]
    last.current = id
    selection?.onChange(withAll(selection.selected, range, on))
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
  const sortChoice = onSort && columns.some((column) => column.sort !== undefined) && (
    <SortChoice columns={columns} sort={sort} onSort={onSort} />
  )
  /** A row's cells, with the columns' own filled by `fill`. */
  const cells = (fill: (column: (typeof columns)[number], nth: number) => ReactNode) =>
    columns.map((column, nth) => (
      <Cell key={column.id} column={column} ticks={ticks} hasMenu={menu !== undefined}>
        {fill(column, nth)}
      </Cell>
    ))

  return (
    <div className="relative min-w-0 overflow-clip rounded-card border border-line bg-surface">
      {selection && (
        <p role="status" className="sr-only">
          {chosen > 0 ? counted(chosen, 'row selected', 'rows selected') : ''}
        </p>
      )}
      {chosen > 0 && bulkBar}
      {(selectAll || sortChoice) && !nothing && (
        <div
          className={cx(
            'flex items-center gap-2 border-line border-b bg-sunken py-1 pr-2 pl-1',
            untilAllSort(columns),
          )}
        >
          <span className="sm:hidden">{selectAll}</span>
          <span className="ml-auto flex items-center gap-2">
            <span aria-hidden className="text-ink-muted text-xs max-sm:hidden">
              Sort by
            </span>
            {sortChoice}
          </span>
        </div>
      )}
      {nothing ? (
        empty
      ) : (
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
                <Line key={id} ticks={ticks} ticked={ticked} changed={changed?.has(id)}>
                  {selection && (
                    <td {...ROLE.cell} className="w-11 px-1.5 max-sm:-order-2 max-sm:-ml-12 max-sm:shrink-0">
                      <Checkbox
                        label={`Select ${rowName(row)}`}
                        hideLabel
                        checked={ticked}
                        onChange={(on, withShift) => select(id, on, withShift)}
                        disabledReason={selection.disabledReason?.(row)}
                      />
                    </td>
                  )}
                  {cells((column) => column.cell(row))}
                  {menu && (
                    <td {...ROLE.cell} className="w-12 px-1.5 text-right max-sm:-order-1 max-sm:shrink-0">
                      <Menu label={`Actions for ${rowName(row)}`} sections={menu(row)} />
                    </td>
                  )}
                </Line>
              )
            })}
            {!rows &&
              Array.from({ length: expected }, (_, at) => (
                <Line key={at} ticks={ticks} ticked={false} quiet>
                  {selection && <td {...ROLE.cell} className="w-11 max-sm:-ml-12" />}
                  {cells((_column, nth) => (
                    <Skeleton className={cx('h-3 max-sm:w-24', nth === 0 ? 'w-3/5' : 'w-2/5')} />
                  ))}
                  {menu && <td {...ROLE.cell} className="w-12 max-sm:hidden" />}
                </Line>
              ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
