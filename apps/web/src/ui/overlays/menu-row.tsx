import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { Menu as Primitive } from 'radix-ui/internal'
import { useId } from 'react'
import { cx } from '../cx.ts'
import type { MenuItem } from '../menu-types.ts'

/** The look of one line in a menu. */
export function menuRowClass(danger: boolean, refused: boolean): string {
  return cx(
    'flex min-h-control w-full select-none items-center gap-2.5 rounded-control px-2 py-1 text-left text-sm outline-none data-[highlighted]:bg-hover',
    refused
      ? 'text-ink-faint'
      : danger
        ? 'text-danger-ink data-[highlighted]:bg-danger-tint'
        : 'cursor-pointer text-ink',
  )
}

/** One item: an action, a link, or a refused action that says why. */
export function MenuRow({ item }: { item: MenuItem }) {
  const {
    label,
    icon: Icon,
    leading,
    hint,
    onSelect,
    link,
    href,
    danger = false,
    disabledReason,
    current = false,
  } = item
  const reasonId = useId()
  const refused = disabledReason !== undefined
  const second = disabledReason ?? hint

  const inner = (
    <>
      {leading ??
        (Icon && <Icon aria-hidden className={cx('size-4 shrink-0', !danger && 'text-ink-faint')} />)}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {second && (
          <span id={reasonId} className="block text-pretty text-ink-faint text-xs">
            {second}
          </span>
        )}
      </span>
      {current && <Check aria-hidden className="size-4 shrink-0" />}
    </>
  )

  if (link && !refused) {
    return (
      <Primitive.Item asChild onSelect={() => onSelect?.()}>
        <Link {...link} className={menuRowClass(danger, false)} aria-current={current || undefined}>
          {inner}
        </Link>
      </Primitive.Item>
    )
  }
  if (href !== undefined && !refused) {
    return (
      <Primitive.Item asChild onSelect={() => onSelect?.()}>
        <a href={href} className={menuRowClass(danger, false)}>
          {inner}
        </a>
      </Primitive.Item>
    )
  }
  return (
    <Primitive.Item
      // Not Radix's `disabled`, which the arrow keys would skip: the reason must be reachable.
      aria-disabled={refused || undefined}
      aria-describedby={second ? reasonId : undefined}
      onSelect={(event) => (refused ? event.preventDefault() : onSelect?.())}
      className={menuRowClass(danger, refused)}
    >
      {inner}
    </Primitive.Item>
  )
}
