import { cx } from './cx.ts'
import type { Column } from './table-types.ts'

const FROM = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' } as const
const UNTIL = { sm: 'sm:hidden', md: 'md:hidden', lg: 'lg:hidden', xl: 'xl:hidden' } as const
const WIDEST_FIRST = ['xl', 'lg', 'md'] as const

/** The classes that a column's cells have in common, head and body alike. */
export function columnClass<Row, Key extends string>({ width, from, align }: Column<Row, Key>): string {
  return cx(width, from && FROM[from], align === 'end' && 'text-right')
}

/** Hides what stands in for the head's sorting where the head shows every column one can sort by. */
export function untilAllSort<Row, Key extends string>(columns: readonly Column<Row, Key>[]): string {
  const widest = WIDEST_FIRST.find((at) =>
    columns.some(({ sort, from }) => sort !== undefined && from === at),
  )
  return UNTIL[widest ?? 'sm']
}
