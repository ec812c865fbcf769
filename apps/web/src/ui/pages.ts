export type PageMark = number | 'gap-before' | 'gap-after'

/** Which page numbers to offer: the ends, the current one and its neighbours; at most seven places, always as many. */
export function pageMarks(page: number, pages: number): readonly PageMark[] {
  if (pages <= 7) return Array.from({ length: pages }, (_, at) => at + 1)
  if (page <= 4) return [1, 2, 3, 4, 5, 'gap-after', pages]
  if (page >= pages - 3) return [1, 'gap-before', pages - 4, pages - 3, pages - 2, pages - 1, pages]
  return [1, 'gap-before', page - 1, page, page + 1, 'gap-after', pages]
}
