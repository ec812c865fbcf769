import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'

/** The four meanings a colour can have; danger only where something is lost or refused. */
export type Meaning = 'success' | 'warning' | 'danger' | 'info'

export const MEANINGS = {
  success: {
    icon: CircleCheck,
    tint: 'bg-success-tint text-success-ink border-success-line',
    ink: 'text-success-ink',
  },
  warning: {
    icon: TriangleAlert,
    tint: 'bg-warning-tint text-warning-ink border-warning-line',
    ink: 'text-warning-ink',
  },
  danger: {
    icon: CircleAlert,
    tint: 'bg-danger-tint text-danger-ink border-danger-line',
    ink: 'text-danger-ink',
  },
  info: { icon: Info, tint: 'bg-info-tint text-info-ink border-info-line', ink: 'text-info-ink' },
} as const satisfies Record<Meaning, { icon: LucideIcon; tint: string; ink: string }>
