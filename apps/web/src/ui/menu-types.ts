import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LinkTarget } from './link-target.ts'

/** One thing to do. Items that belong together are one section. */
export type MenuItem = {
  label: ReactNode
  /** Distinguishes items whose label is not plain text. */
  id?: string | undefined
  icon?: LucideIcon | undefined
  /** Stands where the icon would, e.g. an avatar. */
  leading?: ReactNode
  /** A second, quieter line. */
  hint?: ReactNode
  onSelect?: (() => void) | undefined
  /** Makes the item a link. */
  link?: LinkTarget | undefined
  /** Makes it a link to what is served beside the dashboard, such as the documentation. */
  href?: string | undefined
  /** Something is lost. */
  danger?: boolean | undefined
  /** Why not now: shown beneath the label; the item stays reachable and does nothing. */
  disabledReason?: string | undefined
  /** Ticked, e.g. the organization one is in. */
  current?: boolean | undefined
}

/** One of several values, e.g. the colour scheme. */
export type MenuChoice = {
  value: string
  options: readonly { value: string; label: string; icon?: LucideIcon | undefined }[]
  onChoose: (value: string) => void
  /** Stays open after a choice, so that its effect is seen. */
  staysOpen?: boolean | undefined
}

export type MenuSection = {
  heading?: ReactNode
  items?: readonly MenuItem[] | undefined
  choice?: MenuChoice | undefined
}
