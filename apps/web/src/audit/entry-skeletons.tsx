import { cx } from '../ui/cx.ts'
import { Skeleton } from '../ui/skeleton.tsx'

const WIDTHS = ['w-3/5', 'w-2/5', 'w-1/2'] as const

/** The shape of entries to come. */
export function EntrySkeletons({ entries }: { entries: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: entries }, (_, at) => (
        <div key={at} className="flex h-12 items-center gap-3 border-line border-b px-4 last:border-b-0">
          <Skeleton className="size-7 rounded-full" />
          <Skeleton className={cx('h-3', WIDTHS[at % WIDTHS.length])} />
        </div>
      ))}
    </div>
  )
}
