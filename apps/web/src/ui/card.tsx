import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type CardProps = {
  title?: ReactNode
  /** Right of the title. */
  actions?: ReactNode
  children: ReactNode
  /** Content to the edges: for lists and tables. */
  flush?: boolean | undefined
}

/** A bordered surface for one thing. */
export function Card({ title, actions, children, flush = false }: CardProps) {
  return (
    <div className="min-w-0 overflow-clip rounded-card border border-line bg-surface">
      {(title || actions) && (
        <div className="flex min-h-12 items-center justify-between gap-3 border-line border-b px-4 py-2">
          <h2 className="min-w-0 truncate font-semibold text-md">{title}</h2>
          {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
        </div>
      )}
      <div className={cx(!flush && 'p-4')}>{children}</div>
    </div>
  )
}
