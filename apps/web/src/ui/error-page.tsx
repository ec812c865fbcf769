import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type ErrorPageProps = {
  icon?: LucideIcon | undefined
  /** What happened. */
  title: string
  /** What was kept, e.g. "Nothing was changed." */
  kept?: ReactNode
  /** What to do, in a sentence. */
  next?: ReactNode
  /** Buttons that do it. */
  actions?: ReactNode
  /** The answer's correlation id, for whoever looks into the log. */
  requestId?: string | undefined
}

/** Something is wrong: what happened, what was kept, what to do. */
export function ErrorPage({
  icon: Icon = CircleAlert,
  title,
  kept,
  next,
  actions,
  requestId,
}: ErrorPageProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center">
      <span className="grid size-10 place-items-center rounded-card bg-sunken text-ink-muted">
        <Icon aria-hidden className="size-5" />
      </span>
      <h1 className="mt-4 text-balance font-semibold text-title">{title}</h1>
      {kept && <p className="mt-1 text-pretty">{kept}</p>}
      {next && <p className="mt-1 text-pretty text-ink-muted">{next}</p>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
      {requestId && (
        <p className="mt-6 text-ink-muted text-xs">
          Request {/* Not the kit's Code: an error must not wait for more code than it needs. */}
          <code className="rounded-mark bg-sunken px-1 py-0.5 font-mono [overflow-wrap:anywhere]">
            {requestId}
          </code>
        </p>
      )}
    </div>
  )
}
