import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { type Meaning, TINTS } from './meaning.ts'

type BadgeProps = {
  meaning?: Meaning | 'neutral' | 'accent' | undefined
  icon?: LucideIcon | undefined
  /** More on hover, e.g. when it was sent. */
  tip?: string | undefined
  children: ReactNode
}

/** A state in one or two words. */
export function Badge({ meaning = 'neutral', icon: Icon, tip, children }: BadgeProps) {
  const tint =
    meaning === 'neutral'
      ? 'border-line bg-sunken text-ink-muted'
      : meaning === 'accent'
        ? 'border-accent-line bg-accent-tint text-accent-ink'
        : TINTS[meaning]
  return (
    <span
      data-tip={tip}
      className={cx(
        'inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-full border px-2 font-medium text-xs leading-5',
        tint,
      )}
    >
      {Icon && <Icon aria-hidden className="size-3 shrink-0" />}
      <span className="truncate">{children}</span>
    </span>
  )
}
