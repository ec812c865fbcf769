import { cx } from './cx.ts'

/** A grey shape of what comes; its size is given by classes. Hidden from readers of the screen. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={cx('block animate-pulse rounded-mark bg-pressed', className)} />
}

const WIDTHS = ['w-11/12', 'w-4/5', 'w-full', 'w-2/3'] as const

/** A paragraph to come. */
export function SkeletonLines({ lines = 3 }: { lines?: number | undefined }) {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-2.5 py-1">
      {Array.from({ length: lines }, (_, at) => at).map((at) => (
        <Skeleton key={at} className={cx('h-3', WIDTHS[at % WIDTHS.length])} />
      ))}
    </div>
  )
}
