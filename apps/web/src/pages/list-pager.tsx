import { Pager } from '../ui/pager.tsx'
import { PAGE_SIZE, PAGE_SIZES, type PageSearch } from './list-search.ts'

type ListPagerProps = {
  /** What the server answered; `undefined` while it has not. */
  list: { page: number; total: number; totalIsCapped: boolean } | undefined
  size: number | undefined
  /** Puts another page in the address; another size begins at the first one. */
  onTurn: (to: PageSearch) => void
}

/** Turns the pages of a list whose address says which page it is. */
export function ListPager({ list, size = PAGE_SIZE, onTurn }: ListPagerProps) {
  return (
    <Pager
      page={list?.page ?? 1}
      pageSize={size}
      total={list?.total}
      totalIsCapped={list?.totalIsCapped}
      pageSizes={PAGE_SIZES}
      onPage={(page) => onTurn({ page })}
      onPageSize={(next) => onTurn({ size: next, page: undefined })}
    />
  )
}
