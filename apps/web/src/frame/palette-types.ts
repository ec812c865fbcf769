import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type PaletteEntry = {
  id: string
  label: string
  /** Other words it shall be found by. */
  keywords?: readonly string[] | undefined
  icon?: LucideIcon | undefined
  leading?: ReactNode
  hint?: string | undefined
  /** Goes there or does it; the palette closes first. */
  onSelect: () => void
}

export type PaletteGroup = { heading: string; entries: readonly PaletteEntry[] }
