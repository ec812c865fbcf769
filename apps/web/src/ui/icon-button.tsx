import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'
import { cx } from './cx.ts'

export type IconButtonProps = Omit<
  ComponentProps<'button'>,
  'disabled' | 'className' | 'children' | 'aria-label'
> & {
  icon: LucideIcon
  /** Its accessible name; also the tooltip. */
  label: string
  size?: 'small' | 'normal' | undefined
  disabledReason?: string | undefined
}

/** A button of one picture. The label is shown on hover and focus and read aloud. */
export function IconButton({
  icon: Icon,
  label,
  size = 'normal',
  disabledReason,
  onClick,
  ...rest
}: IconButtonProps) {
  const refused = disabledReason !== undefined

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (!refused) return onClick?.(event)
    event.preventDefault()
  }

  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-label={label}
      data-tip={disabledReason ?? label}
      aria-disabled={refused || undefined}
      className={cx(
        'inline-grid shrink-0 place-items-center rounded-control text-ink-muted transition-colors',
        'not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink aria-disabled:text-ink-faint data-[state=open]:bg-hover',
        size === 'small' ? 'size-7 pointer-coarse:size-9' : 'size-control',
      )}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  )
}
