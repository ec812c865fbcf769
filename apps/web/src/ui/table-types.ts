import type { ReactNode } from 'react'
import type { MenuSection } from './menu-types.ts'

export type SortOrder<Key extends string> = { key: Key; direction: 'ascending' | 'descending' }

export type Column<Row, Key extends string = string> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Given, the list can be sorted by it. */
  sort?: Key | undefined
  /** The direction of the first press; newest first for times. */
  first?: 'ascending' | 'descending' | undefined
  /** A width class, e.g. "w-40"; columns without one share the rest. */
  width?: string | undefined
  align?: 'start' | 'end' | undefined
  /** Left out on narrower windows. */
  from?: 'md' | 'lg' | 'xl' | undefined
  /** On a phone: the card's first line, a part of its second line, or nothing. "detail" unless said otherwise. */
  phone?: 'title' | 'detail' | 'hidden' | undefined
  /** Stands before the value on a phone, where no head says what it is. */
  phoneLabel?: string | undefined
}

export type Selection<Row> = {
  selected: ReadonlySet<string>
  onChange: (selected: ReadonlySet<string>) => void
  /** Why this row cannot be selected. */
  disabledReason?: ((row: Row) => string | undefined) | undefined
}

export type TableProps<Row, Key extends string = string> = {
  /** What the table lists; read aloud. */
  caption: string
  columns: readonly Column<Row, Key>[]
  /** `undefined` while loading: the table then shows its own shape. */
  rows: readonly Row[] | undefined
  rowId: (row: Row) => string
  /** Names a row in "Select …" and "Actions for …". */
  rowName: (row: Row) => string
  sort?: SortOrder<Key> | undefined
  onSort?: ((sort: SortOrder<Key>) => void) | undefined
  selection?: Selection<Row> | undefined
  /** A `BulkBar`; shown while something is selected. */
  bulkBar?: ReactNode
  menu?: ((row: Row) => readonly MenuSection[]) | undefined
  /** Rows to draw while loading. */
  expected?: number | undefined
  /** Rows that changed under the reader's eyes, marked for as long as they are in here. */
  changed?: ReadonlySet<string> | undefined
  /** The rows are being fetched anew: they stay, dimmed. */
  refreshing?: boolean | undefined
  /** Stands instead of rows when there are none. */
  empty?: ReactNode
}
