import { CircleAlert, type LucideIcon, TriangleAlert, UserCheck } from 'lucide-react'

export type ChipState = 'neutral' | 'invalid' | 'muted' | 'warning'

/** One made-up entry: an address, a username, a tag. */
export type Chip = {
  id: string
  text: string
  state: ChipState
  /** Why it is not neutral; shown on hover and focus, and read aloud. */
  reason?: string | undefined
}

export const CHIP_LOOKS = {
  neutral: { tint: 'border-line-strong bg-sunken text-ink', icon: undefined, said: undefined },
  invalid: {
    tint: 'border-danger-line bg-danger-tint text-danger-ink',
    icon: CircleAlert,
    said: 'not usable',
  },
  muted: { tint: 'border-line bg-pressed text-ink-muted', icon: UserCheck, said: 'left out' },
  warning: {
    tint: 'border-warning-line bg-warning-tint text-warning-ink',
    icon: TriangleAlert,
    said: 'note',
  },
} as const satisfies Record<
  ChipState,
  { tint: string; icon: LucideIcon | undefined; said: string | undefined }
>

/** The pieces of a pasted list: parted by commas, semicolons, spaces and line ends. */
export function splitList(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter(Boolean)
}
