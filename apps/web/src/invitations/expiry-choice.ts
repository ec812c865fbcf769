import { expiryChoices, expiryFrom, type Instant, type OrganizationPolicies, Refusal } from '@roster/domain'
import type { SelectOption } from '../ui/select.tsx'

/** A number of days out of the list, days typed by hand, or no end. */
export type ExpiryChoice = {
  choice: `${number}` | 'custom' | 'never'
  typed: string
}

type Policies = Pick<OrganizationPolicies, 'expiryDays'>

/** The policy's own default. */
export function usualExpiry({ expiryDays }: Policies): ExpiryChoice {
  return { choice: `${expiryDays.default}`, typed: '' }
}

/** What the list offers: the presets within the policy, other days, and never where that is allowed (D24, D38). */
export function expiryOptions(policies: Policies): readonly SelectOption<ExpiryChoice['choice']>[] {
  return [
    ...expiryChoices(policies).map((days) => ({ value: `${days}` as const, label: inDays(days) })),
    { value: 'custom', label: 'After other days' },
    ...(policies.expiryDays.never ? [{ value: 'never' as const, label: 'Never' }] : []),
  ]
}

/** The days to send, null for never, and when that ends; or the refusal of the rule. */
export function chosenExpiry(
  { choice, typed }: ExpiryChoice,
  policies: Policies,
  now: Instant,
): { days: number | null; endsAt: Instant | null } | Refusal {
  const days = choice === 'never' ? null : wholeDays(choice === 'custom' ? typed : choice)
  const endsAt = expiryFrom(days, policies, now)
  return endsAt instanceof Refusal ? endsAt : { days, endsAt }
}

function inDays(days: number): string {
  return days === 1 ? 'After 1 day' : `After ${days} days`
}

/** What is no whole number is no number of days, which the rule then says. */
function wholeDays(text: string): number {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN
}
