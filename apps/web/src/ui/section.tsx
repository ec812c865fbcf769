import { type ReactNode, useId } from 'react'

type SectionProps = {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Where something is lost: a red edge. */
  danger?: boolean | undefined
}

/** A titled part of a page: settings, above all. */
export function Section({ title, description, actions, children, danger = false }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-8">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 max-w-prose">
          <h2 id={id} className="font-semibold text-lg">
            {title}
          </h2>
          {description && <p className="text-ink-muted text-sm">{description}</p>}
        </div>
        {actions}
      </div>
      <div
        className={
          danger
            ? 'rounded-card border border-danger-line bg-surface p-4'
            : 'rounded-card border border-line bg-surface p-4'
        }
      >
        {children}
      </div>
    </section>
  )
}
