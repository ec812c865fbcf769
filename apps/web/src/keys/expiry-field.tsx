import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { EXPIRIES, EXPIRY_LABELS, type Expiry } from './expiry.ts'

type ExpiryFieldProps = { value: Expiry; onChange: (value: Expiry) => void }

/** When a key ends by itself, with a word of warning for one that never does. */
export function ExpiryField({ value, onChange }: ExpiryFieldProps) {
  return (
    <>
      <Field label="Expires">
        <Select
          value={value}
          options={EXPIRIES.map((one) => ({ value: one, label: EXPIRY_LABELS[one] }))}
          onChange={onChange}
        />
      </Field>
      {value === 'never' && (
        <Callout meaning="warning">
          A key that never expires opens the door for whoever finds it, however old it is. Rotate it now and
          then.
        </Callout>
      )}
    </>
  )
}
