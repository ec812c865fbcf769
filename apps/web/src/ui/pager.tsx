import { ChevronLeft, ChevronRight } from 'lucide-react'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { count } from './number.ts'
import { pageMarks } from './pages.ts'
import { Select } from './select.tsx'

type PagerProps = {
  /** From 1. */
  page: number
  pageSize: number
  /** `undefined` while unknown. */
  total: number | undefined
  /** The total is a lower bound: "10,000+". */
  totalIsCapped?: boolean | undefined
  onPage: (page: number) => void
  onPageSize?: ((pageSize: number) => void) | undefined
  pageSizes?: readonly number[] | undefined
}

/** "1–25 of 15,204", page numbers, and how many on a page; nothing of it where there is nothing to turn. */
export function Pager(props: PagerProps) {
  const {
    page,
    pageSize,
    total,
    totalIsCapped = false,
    onPage,
    onPageSize,
    pageSizes = [25, 50, 100],
  } = props
  if (total === undefined) return <div className="h-14" />
  // Whoever came to a page beyond the end still needs the way back; an empty list has nothing to count.
  if (total === 0 && page === 1) return null
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const sized = total > Math.min(...pageSizes)
  const to = Math.min(page * pageSize, total)

  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2 text-ink-muted text-sm tabular-nums">
      <p>
        {total === 0 ? '0' : `${count(from)}–${count(to)}`} of {count(total)}
        {totalIsCapped && '+'}
      </p>
      {pages > 1 && (
        <nav aria-label="Pages" className="flex items-center gap-0.5">
          <IconButton
            icon={ChevronLeft}
            label="Previous page"
            disabledReason={page <= 1 ? 'This is the first page' : undefined}
            onClick={() => onPage(page - 1)}
          />
          <span className="px-1 sm:hidden">
            Page {count(page)} of {count(pages)}
          </span>
          <ul className="flex items-center gap-0.5 max-sm:hidden">
            {pageMarks(page, pages).map((mark) => (
              <li key={mark}>
                {typeof mark === 'number' ? (
                  <button
                    type="button"
                    aria-label={`Page ${count(mark)}`}
                    aria-current={mark === page ? 'page' : undefined}
                    onClick={() => mark !== page && onPage(mark)}
                    className={cx(
                      'h-control min-w-8 rounded-control px-2 text-sm',
                      mark === page ? 'bg-pressed font-medium text-ink' : 'hover:bg-hover hover:text-ink',
                    )}
                  >
                    {count(mark)}
                  </button>
                ) : (
                  <span aria-hidden className="inline-block w-8 text-center text-ink-faint">
                    …
                  </span>
                )}
              </li>
            ))}
          </ul>
          <IconButton
            icon={ChevronRight}
            label="Next page"
            disabledReason={page >= pages ? 'This is the last page' : undefined}
            onClick={() => onPage(page + 1)}
          />
        </nav>
      )}
      {onPageSize && sized && (
        <Select
          compact
          aria-label="Rows per page"
          value={String(pageSize)}
          options={pageSizes.map((size) => ({ value: String(size), label: `${size} per page` }))}
          onChange={(size) => onPageSize(Number(size))}
        />
      )}
    </div>
  )
}
