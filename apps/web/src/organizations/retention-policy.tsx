import { LEAST_AUDIT_DAYS } from '@roster/domain'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

const USUAL = { historyDays: 90, auditDays: 365 } as const

/** How long the past is kept: whom invitations were for (D34), and the audit trail. */
export function RetentionPolicy() {
  const draft = usePolicyDraft()
  const { policies } = draft.here
  const days = (key: keyof typeof USUAL) =>
    draft.edited[key] === undefined ? policies[key] : draft.edited[key]
  const auditDays = days('auditDays')
  const shorter = auditDays !== null && (policies.auditDays === null || auditDays < policies.auditDays)
  return (
    <PolicyForm draft={draft} save="Save retention">
      <KeptDays
        label="Purge the personal data of past invitations"
        hint="Address, message and account of an invitation go so many days after it was answered, revoked or ran out. That there was one, who sent it and what became of it stays."
        field="Days after it was closed"
        least={1}
        value={days('historyDays')}
        usual={USUAL.historyDays}
        onChange={(historyDays) => draft.set({ historyDays })}
        locked={draft.forbidden}
      />
      <KeptDays
        label="Delete old entries of the audit trail"
        hint="What is left begins at a checkpoint and can still be verified. What was deleted cannot be brought back, and nobody can tell any more who did it."
        field={`Days it is kept, ${LEAST_AUDIT_DAYS} at the least`}
        least={LEAST_AUDIT_DAYS}
        value={auditDays}
        usual={USUAL.auditDays}
        onChange={(kept) => draft.set({ auditDays: kept })}
        locked={draft.ownersOnly}
      />
      {shorter && !draft.impossible && (
        <Callout meaning="warning">
          Within a day, every entry older than {auditDays} days is deleted for good. Export the trail first if
          you may need it.
        </Callout>
      )}
    </PolicyForm>
  )
}

type KeptDaysProps = {
  label: string
  hint: string
  field: string
  least: number
  value: number | null
  usual: number
  onChange: (days: number | null) => void
  locked: string | undefined
}

function KeptDays({ label, hint, field, least, value, usual, onChange, locked }: KeptDaysProps) {
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        checked={value !== null}
        onChange={(on) => onChange(on ? usual : null)}
        disabledReason={locked}
        label={label}
        hint={hint}
      />
      {value !== null && (
        <div className="max-w-64 pl-6.5">
          <Field label={field}>
            <Input
              type="number"
              inputMode="numeric"
              min={least}
              step={1}
              readOnly={locked !== undefined}
              value={Number.isNaN(value) ? '' : value}
              onChange={({ target }) => onChange(target.valueAsNumber)}
            />
          </Field>
        </div>
      )}
    </div>
  )
}
