import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts'
import { cx } from './cx.ts'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'className'> & {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  icon?: LucideIcon | undefined
  iconAfter?: LucideIcon | undefined
  /** Takes the whole width. */
  wide?: boolean | undefined
  /** Work is under way: the label keeps its place, further presses do nothing. */
  pending?: boolean | undefined
  /** Why it cannot be pressed now. It stays reachable, and says so on focus, hover and press. */
  disabledReason?: string | undefined
}

/** A button says what will happen with a verb. `type` is "button" unless said otherwise. */
export function Button({
  variant = 'secondary',
  size = 'normal',
  icon: Icon,
  iconAfter: After,
  wide = false,
  pending = false,
  disabledReason,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const refused = disabledReason !== undefined

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (!refused && !pending) return onClick?.(event)
    event.preventDefault() // a refused submit button does not submit
  }

  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      data-tip={disabledReason}
      aria-disabled={refused || pending || undefined}
      aria-busy={pending || undefined}
      className={buttonClass(variant, size, wide, refused)}
    >
      {pending && <LoaderCircle aria-hidden className="absolute size-4 animate-spin" />}
      {Icon && <Icon aria-hidden className={cx('size-4 shrink-0', pending && 'invisible')} />}
      {/* Faded and not hidden, so that the name stays in the accessibility tree. */}
      <span className={cx('truncate', pending && 'opacity-0')}>{children}</span>
      {After && <After aria-hidden className={cx('size-4 shrink-0', pending && 'invisible')} />}
    </button>
  )
}
