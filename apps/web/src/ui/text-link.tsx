import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LinkTarget } from './link-target.ts'

/** A link within text. */
export function TextLink({ link, children }: { link: LinkTarget; children: ReactNode }) {
  return (
    <Link
      {...link}
      className="rounded-mark text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current"
    >
      {children}
    </Link>
  )
}
