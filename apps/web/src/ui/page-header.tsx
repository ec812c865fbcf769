import type { ReactNode } from 'react'

type PageHeaderProps = {
  title: ReactNode
  /** What this page is for, in one sentence. */
  subtitle?: ReactNode
  /** The one main button, and few others. */
  actions?: ReactNode
  /** Over the title: the way back up. */
  back?: ReactNode
}

/** The page's one heading. */
export function PageHeader({ title, subtitle, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-prose flex-1 basis-full sm:basis-44">
        {back && <div className="mb-1 text-ink-muted text-sm">{back}</div>}
        <h1 className="text-balance font-semibold text-title [overflow-wrap:anywhere]">{title}</h1>
        {subtitle && <p className="text-ink-muted text-md">{subtitle}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
