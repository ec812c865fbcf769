import { canonicalUsername, personName } from '@roster/domain'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'

type Profile = { name: string; username: string }

/** One's own name and username. */
export function ProfileForm({ me: { name, username } }: { me: Profile }) {
  const form = useForm<Profile>({ defaultValues: { name, username } })
  const { errors, isDirty } = form.formState
  const utils = trpc.useUtils()
  const update = trpc.identity.updateProfile.useMutation({
    async onSuccess() {
      await utils.identity.me.invalidate()
      const me = utils.identity.me.getData({})
      if (me) form.reset({ name: me.name, username: me.username })
      notify({ message: 'Profile saved', meaning: 'success' })
    },
  })
  const refused = useRefused(form, update.error, ['name', 'username'])

  return (
    <Form
      onSubmit={form.handleSubmit((profile) => !update.isPending && update.mutate(profile))}
      refused={refused}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={errors.name?.message} hint="Seen by the people of your organizations.">
          <Input
            autoComplete="name"
            {...form.register('name', { validate: ruled(personName, 'Type your name.') })}
          />
        </Field>
        <Field label="Username" error={errors.username?.message} hint="Public. Others can invite you by it.">
          <Input
            prefix="@"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.register('username', { validate: ruled(canonicalUsername, 'Choose a username.') })}
          />
        </Field>
      </div>
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={update.isPending}
          disabledReason={isDirty ? undefined : 'Nothing has been changed.'}
        >
          Save profile
        </Button>
      </div>
    </Form>
  )
}
