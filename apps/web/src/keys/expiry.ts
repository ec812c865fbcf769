/** The ends that are offered, in days. */
export const EXPIRIES = ['30', '90', '365', 'never'] as const
export type Expiry = (typeof EXPIRIES)[number]

export const EXPIRY_LABELS: Readonly<Record<Expiry, string>> = {
  '30': 'In 30 days',
  '90': 'In 90 days',
  '365': 'In a year',
  never: 'Never',
}

/** As the server is asked; null for never. */
export function daysOf(expiry: Expiry): number | null {
  return expiry === 'never' ? null : Number(expiry)
}
