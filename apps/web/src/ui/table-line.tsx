import type { ReactNode } from 'react'
import { columnClass } from './column-class.ts'
import { cx } from './cx.ts'
import type { Column } from './table-types.ts'

/** Display changes on a phone take a table's roles away in some browsers; spelled out, they stay. */
export const ROLE = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
} as const

/** A row; on a phone a card. */
export function Line({
  ticks,
  ticked,
  changed = false,
  quiet = false,
  children,
}: {
  /** Whether a checkbox stands before each row: a card's lines then begin behind it. */
  ticks: boolean
  ticked: boolean
  changed?: boolean | undefined
  quiet?: boolean
  children: ReactNode
}) {
  return (
    <tr
      {...ROLE.row}
      className={cx(
        'group h-11 max-sm:flex max-sm:h-auto max-sm:flex-wrap max-sm:items-center max-sm:border-line max-sm:border-b max-sm:py-1.5 max-sm:last:border-b-0 sm:[&:not(:last-child)>td]:border-b sm:[&>td]:border-line',
        ticks ? 'max-sm:pl-12' : 'max-sm:pl-3',
        ticked ? 'bg-accent-tint' : !quiet && 'hover:bg-hover focus-within:bg-hover',
        changed && 'animate-flash motion-reduce:bg-info-tint',
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
  /** A menu stands behind the card's first line. */
  hasMenu: boolean
  children: ReactNode
}

/** One value of a row; on a phone the card's first line or a part of its second. */
export function Cell<Row, Key extends string>({ column, ticks, hasMenu, children }: CellProps<Row, Key>) {
  const { phone = 'detail', phoneLabel } = column
  return (
    <td
      {...ROLE.cell}
      className={cx(
        'truncate px-3 max-sm:py-0.5',
        columnClass(column),
        phone === 'title' && 'max-sm:-order-2 max-sm:min-w-0 max-sm:flex-1',
        phone === 'title' &&
          (ticks
            ? 'max-sm:basis-[calc(100%-3.5rem)] max-sm:pl-1'
            : hasMenu
              ? 'max-sm:basis-[calc(100%-3.5rem)] max-sm:pl-0'
              : 'max-sm:basis-full max-sm:pl-0'),
        phone === 'detail' && 'max-sm:w-auto max-sm:pl-0 max-sm:text-ink-muted max-sm:text-xs',
        phone === 'hidden' && 'max-sm:hidden',
      )}
    >
      {phoneLabel && <span className="text-ink-faint sm:hidden">{phoneLabel} </span>}
      {children}
    </td>
  )
}
