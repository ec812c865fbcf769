import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { type Meaning, TINTS } from './meaning.ts'

const ICONS = {
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  info: Info,
} as const satisfies Record<Meaning, LucideIcon>

type CalloutProps = {
  meaning?: Meaning | undefined
  title?: ReactNode
  children?: ReactNode
  /** One or two buttons that help. */
  actions?: ReactNode
  /** Read aloud when it appears: for answers to what somebody just did. */
  announced?: boolean | undefined
}

/** Something to know before going on, in its colour and never by colour alone. */
export function Callout({ meaning = 'info', title, children, actions, announced = false }: CalloutProps) {
  const Icon = ICONS[meaning]
  return (
    <div
      role={announced ? 'alert' : undefined}
      className={cx('flex gap-2.5 rounded-control border px-3 py-2.5 text-sm', TINTS[meaning])}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-pretty">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
