import { LEAST_PASSWORD, password } from '@roster/domain'
import { useParams } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PasswordInput } from '../ui/password-input.tsx'
import { useArrival } from './arrival.ts'
import { DeadLink } from './dead-link.tsx'
import { useSecret } from './secret.ts'

/** Chooses a new password with the link from the mail, which is spent by that and not by opening the page. */
export function ResetPage() {
  const { link } = useParams({ from: '/reset/$link' })
  const secret = useSecret()
  const form = useForm({ defaultValues: { password: '' } })
  const arrive = useArrival()
  const reset = trpc.identity.resetPassword.useMutation({ onSuccess: () => arrive('/') })
  const refused = useRefused(form, reset.error, ['password'])
  const code = refusalOf(reset.error)?.code
  useTitle('Choose a new password')

  if (secret === '' || code === 'link-invalid' || code === 'not-found') {
    return (
      <DeadLink
        title="This link is not valid any more"
        action={
          <LinkButton link={{ to: '/forgot' }} variant="primary" size="large" wide>
            Ask for a new link
          </LinkButton>
        }
      >
        <p>
          It may have been used already, it may be too old, or a part of it is missing. Your password is as it
          was.
        </p>
      </DeadLink>
    )
  }
  const pending = reset.isPending || reset.isSuccess
  return (
    <BareFrame
      title="Choose a new password"
      subtitle="It ends every other session of your account and signs you in here."
    >
      <Form
        onSubmit={form.handleSubmit((values) => !pending && reset.mutate({ link, secret, ...values }))}
        refused={refused}
      >
        <Field
          label="New password"
          error={form.formState.errors.password?.message}
          hint={`At least ${LEAST_PASSWORD} characters. A few words nobody would guess are good.`}
        >
          <PasswordInput
            autoComplete="new-password"
            {...form.register('password', { validate: ruled(password, 'Choose a password.') })}
          />
        </Field>
        <Button type="submit" variant="primary" size="large" wide pending={pending}>
          Save and sign in
        </Button>
      </Form>
    </BareFrame>
  )
}
