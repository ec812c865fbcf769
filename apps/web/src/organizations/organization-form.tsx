import { organizationName, slugFrom } from '@roster/domain'
import { type ReactNode, useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { SLUG_RULES, SlugField } from './slug-field.tsx'

/** What makes an organization. */
export type NewOrganization = { name: string; slug: string }

type OrganizationFormProps = {
  onSubmit: (organization: NewOrganization) => void
  pending: boolean
  /** Of the call this form led to. */
  error: unknown
  /** Left of the button, e.g. "Back". */
  other?: ReactNode
  /** The first field has the focus as soon as this is so. */
  focused?: boolean | undefined
}

/** Makes an organization: its name, and the short name in its address, suggested from the name. */
export function OrganizationForm(props: OrganizationFormProps) {
  const { onSubmit, pending, error, other, focused = false } = props
  const form = useForm<NewOrganization>({ defaultValues: { name: '', slug: '' } })
  const { register, handleSubmit, formState, setFocus, setValue, watch } = form
  const { errors, dirtyFields } = formState
  const refused = useRefused(form, error, [
    ['name', 'organization.name'],
    ['slug', 'organization.slug'],
  ])
  const name = watch('name').trim()
  useEffect(() => {
    if (focused) setFocus('name')
  }, [focused, setFocus])

  function suggestSlug(typed: string) {
    if (dirtyFields.slug) return
    setValue('slug', typed.trim() === '' ? '' : slugFrom(typed), { shouldValidate: formState.isSubmitted })
  }

  return (
    <Form onSubmit={handleSubmit((organization) => !pending && onSubmit(organization))} refused={refused}>
      <Field label="Name of the organization" error={errors.name?.message}>
        <Input
          autoComplete="organization"
          {...register('name', {
            validate: ruled(organizationName, 'Type the name of the organization.'),
            onChange: ({ target }) => suggestSlug(target.value),
          })}
        />
      </Field>
      <SlugField field={register('slug', SLUG_RULES)} error={errors.slug?.message} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        {other}
        <div className="min-w-0 flex-1">
          <Button type="submit" variant="primary" size="large" wide pending={pending}>
            {name === '' ? (
              'Create the organization'
            ) : (
              <>
                Create <bdi>{name}</bdi>
              </>
            )}
          </Button>
        </div>
      </div>
    </Form>
  )
}
