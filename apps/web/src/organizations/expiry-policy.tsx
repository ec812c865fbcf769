import { checkPolicies, Refusal } from '@roster/domain'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { useHere } from './here.ts'
import type { Here } from './types.ts'
import { usePolicyUpdate } from './use-policy-update.ts'

type ExpiryDays = Here['policies']['expiryDays']
type Days = 'default' | 'min' | 'max'

const FIELDS: readonly { key: Days; label: string; hint: ReactNode }[] = [
  { key: 'default', label: 'Usual days', hint: 'Unless the sender chooses others.' },
  { key: 'min', label: 'Fewest days', hint: 'The least one may choose.' },
  { key: 'max', label: 'Most days', hint: 'The most one may choose.' },
]

/** How long invitations stay open: usually, at least, at most, and whether for ever is possible. */
export function ExpiryPolicy() {
  const { organization, here, whyNot } = useHere()
  const now = here.policies.expiryDays
  const [edited, setEdited] = useState<Partial<ExpiryDays>>({})
  const update = usePolicyUpdate(() => setEdited({}))
  const wanted = { ...now, ...edited }
  const forbidden = whyNot('organization.update')
  const same = (['default', 'min', 'max', 'never'] as const).every((key) => wanted[key] === now[key])
  const checked = checkPolicies({ expiryDays: wanted }, here.policies)
  const impossible = checked instanceof Refusal ? reasonOf(checked) : undefined

  function set(part: Partial<ExpiryDays>) {
    if (forbidden === undefined) setEdited({ ...edited, ...part })
  }

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (forbidden === undefined && !same && !impossible && !update.isPending)
          update.mutate({ organization, policies: { expiryDays: wanted } })
      }}
      refused={update.error ? sentenceOf(update.error) : undefined}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        {FIELDS.map(({ key, label, hint }) => (
          <Field key={key} label={label} hint={hint}>
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              step={1}
              readOnly={forbidden !== undefined}
              value={Number.isNaN(wanted[key]) ? '' : wanted[key]}
              onChange={({ target }) => set({ [key]: target.valueAsNumber })}
            />
          </Field>
        ))}
      </div>
      <Checkbox
        checked={wanted.never}
        onChange={(never) => set({ never })}
        disabledReason={forbidden}
        label="Invitations may stay open for ever"
        hint="Senders can then choose that an invitation never expires."
      />
      {!same && impossible && <Callout meaning="danger">{impossible}</Callout>}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={update.isPending}
          disabledReason={forbidden ?? (same ? 'Nothing has been changed.' : impossible)}
        >
          Save expiry
        </Button>
      </div>
    </Form>
  )
}

/** The rule's reason alone, as a sentence: which input it means is plain to see here. */
function reasonOf({ facts, message }: Refusal): string {
  const { reason } = facts
  return typeof reason === 'string' ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` : message
}
