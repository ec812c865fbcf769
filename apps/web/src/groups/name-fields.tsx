import type { UseFormReturn } from 'react-hook-form'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { TextArea } from '../ui/text-area.tsx'

export type Named = { name: string; description: string }

const LONGEST_DESCRIPTION = 500 // as the server takes

type NameFieldsProps = {
  form: Pick<UseFormReturn<Named>, 'register' | 'formState'>
  nameRule: (text: string) => true | string
}

/** What a group is called and what it is for. */
export function NameFields({ form: { register, formState }, nameRule }: NameFieldsProps) {
  return (
    <>
      <Field label="Name" error={formState.errors.name?.message} hint="Such as Engineering or On call.">
        <Input autoComplete="off" {...register('name', { validate: nameRule })} />
      </Field>
      <Field label="Description" optional error={formState.errors.description?.message}>
        <TextArea rows={2} maxLength={LONGEST_DESCRIPTION} {...register('description')} />
      </Field>
    </>
  )
}
