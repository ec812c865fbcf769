/** The four meanings a colour can have; danger only where something is lost or refused. */
export type Meaning = 'success' | 'warning' | 'danger' | 'info'

/** The colours of a meaning, ground, text and edge. */
export const TINTS = {
  success: 'bg-success-tint text-success-ink border-success-line',
  warning: 'bg-warning-tint text-warning-ink border-warning-line',
  danger: 'bg-danger-tint text-danger-ink border-danger-line',
  info: 'bg-info-tint text-info-ink border-info-line',
} as const satisfies Record<Meaning, string>
