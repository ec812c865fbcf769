import { cx } from './cx.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'normal' | 'large'

const VARIANTS = {
  primary: 'bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover',
  secondary:
    'border border-line-strong bg-surface text-ink not-aria-disabled:hover:bg-hover not-aria-disabled:active:bg-pressed',
  quiet:
    'text-ink-muted not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink data-[state=open]:bg-hover',
  danger: 'bg-danger text-on-accent not-aria-disabled:hover:bg-danger-hover',
} as const satisfies Record<ButtonVariant, string>

const SIZES = {
  small: 'h-7 px-2 pointer-coarse:h-9',
  normal: 'h-control px-3',
  large: 'h-10 px-4 text-md',
} as const satisfies Record<ButtonSize, string>

/** The look of a button, for what must be a link but shall look like one. */
export function buttonClass(
  variant: ButtonVariant,
  size: ButtonSize,
  wide: boolean,
  refused = false,
): string {
  return cx(
    'relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control font-medium text-sm transition-colors',
    // Greyed by opacity, the label would fall under 4.5:1; a flat tone stays readable.
    refused ? 'border border-line bg-sunken text-ink-faint' : VARIANTS[variant],
    SIZES[size],
    wide && 'w-full',
  )
}
