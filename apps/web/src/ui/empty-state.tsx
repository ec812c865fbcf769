import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type EmptyStateProps = {
  icon: LucideIcon
  /** What is not here, e.g. "No invitations yet". */
  title: string
  /** What this page is for. */
  children?: ReactNode
  /** The one next step. */
  action?: ReactNode
}

/** Nothing here yet, what would be, and the one thing to do. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <span className="grid size-10 place-items-center rounded-card bg-sunken text-ink-faint">
        <Icon aria-hidden className="size-5" />
      </span>
      <p className="mt-3 font-semibold text-md">{title}</p>
      {children && <div className="mt-1 max-w-sm text-pretty text-ink-muted text-sm">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
