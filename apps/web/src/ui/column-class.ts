import { cx } from './cx.ts'
import type { Column } from './table-types.ts'

const FROM = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' } as const

/** The classes that a column's cells have in common, head and body alike. */
export function columnClass<Row, Key extends string>({ width, from, align }: Column<Row, Key>): string {
  return cx(width, from && FROM[from], align === 'end' && 'text-right')
}
