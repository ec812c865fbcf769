import { type Instant, type OrganizationPolicies, Refusal } from '@roster/domain'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Select } from '../ui/select.tsx'
import { dateText } from '../ui/time-text.ts'
import { chosenExpiry, type ExpiryChoice, expiryOptions } from './expiry-choice.ts'

type ExpiryFieldProps = {
  policies: OrganizationPolicies
  value: ExpiryChoice
  onChange: (value: ExpiryChoice) => void
  now: Instant
}

/** How long the invitations stay open. */
export function ExpiryField({ policies, value, onChange, now }: ExpiryFieldProps) {
  const chosen = chosenExpiry(value, policies, now)
  const { min, max } = policies.expiryDays
  const custom = value.choice === 'custom'
  const untouched = custom && value.typed === ''
  return (
    <div className="grid gap-x-3 gap-y-4 sm:grid-cols-2">
      <Field label="Expires" hint={custom ? undefined : hintOf(chosen, now)}>
        <Select
          value={value.choice}
          options={expiryOptions(policies)}
          onChange={(choice) => onChange({ ...value, choice })}
        />
      </Field>
      {custom && (
        <Field
          label="Days"
          hint={untouched ? `From ${min} to ${max}.` : hintOf(chosen, now)}
          error={chosen instanceof Refusal && !untouched ? chosen.message : undefined}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={value.typed}
            onChange={({ target }) => onChange({ ...value, typed: target.value })}
          />
        </Field>
      )}
    </div>
  )
}

function hintOf(chosen: ReturnType<typeof chosenExpiry>, now: Instant): string | undefined {
  if (chosen instanceof Refusal) return undefined
  return chosen.endsAt === null
    ? 'It stays open until it is answered or revoked.'
    : `On ${dateText(chosen.endsAt, now)}.`
}
