import { Link } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts'
import type { LinkTarget } from './link-target.ts'

type LinkButtonProps = {
  link: LinkTarget
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  icon?: LucideIcon | undefined
  wide?: boolean | undefined
  children: ReactNode
}

/** Goes somewhere and looks like a button: a real link, that opens in a new tab when asked to. */
export function LinkButton({
  link,
  variant = 'secondary',
  size = 'normal',
  icon: Icon,
  wide = false,
  children,
}: LinkButtonProps) {
  return (
    <Link {...link} className={buttonClass(variant, size, wide)}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <span className="truncate">{children}</span>
    </Link>
  )
}
