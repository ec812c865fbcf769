import { organizationName } from '@roster/domain'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Code } from '../ui/code.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { useHere } from './here.ts'
import { SLUG_RULES, SlugField } from './slug-field.tsx'
import { useOrganizationChanged } from './use-organization-changed.ts'

type Names = { name: string; slug: string }

/** The name, and the short name in the addresses of the organization's pages. */
export function GeneralForm() {
  const { organization, here, whyNot } = useHere()
  const form = useForm<Names>({ values: { name: here.name, slug: here.slug } })
  const { errors, isDirty } = form.formState
  const navigate = useNavigate()
  const changed = useOrganizationChanged()
  const update = trpc.organizations.update.useMutation({
    async onSuccess({ slug }) {
      await changed()
      notify({ message: 'Names saved', meaning: 'success' })
      // The old address leads here too, but shall not be passed on.
      if (slug !== organization)
        await navigate({ to: '/$organization/settings', params: { organization: slug }, replace: true })
    },
  })
  const refused = useRefused(form, update.error, ['name', 'slug'])
  const forbidden = whyNot('organization.update')
  const slug = form.watch('slug').trim()

  function submit(names: Names) {
    if (forbidden !== undefined || !isDirty || update.isPending) return
    update.mutate({ organization, ...names })
  }

  return (
    <Form onSubmit={form.handleSubmit(submit)} refused={refused}>
      <Field label="Name of the organization" error={errors.name?.message}>
        <Input
          autoComplete="organization"
          readOnly={forbidden !== undefined}
          {...form.register('name', { validate: ruled(organizationName, 'Type its name.') })}
        />
      </Field>
      <SlugField
        field={form.register('slug', SLUG_RULES)}
        error={errors.slug?.message}
        locked={forbidden !== undefined}
      />
      {slug !== here.slug && (
        <Callout meaning="warning" title="The addresses of all pages change">
          Links with <Code>{here.slug}</Code> keep leading here, and nobody else can take that name. Tools
          that use the short name should be told the new one.
        </Callout>
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={update.isPending}
          disabledReason={forbidden ?? (isDirty ? undefined : 'Nothing has been changed.')}
        >
          Save names
        </Button>
      </div>
    </Form>
  )
}
