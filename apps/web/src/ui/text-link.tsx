import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LinkTarget } from './link-target.ts'

type TextLinkProps = {
  link: LinkTarget
  /** Leaves this page as it is: for what is looked up in the middle of something. */
  newTab?: boolean | undefined
  children: ReactNode
}

/** A link within text. */
export function TextLink({ link, newTab = false, children }: TextLinkProps) {
  return (
    <Link
      {...link}
      {...(newTab && { target: '_blank', rel: 'noopener' })}
      className="rounded-mark text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current"
    >
      {children}
      {newTab && <span className="sr-only"> (opens in a new tab)</span>}
    </Link>
  )
}
