import { canonicalEmail } from '@roster/domain'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { CheckYourMail } from './check-your-mail.tsx'

/** Asks for a link to choose a new password; the answer never tells whether there is an account. */
export function ForgotPage() {
  const form = useForm({ defaultValues: { email: '' } })
  const ask = trpc.identity.askPasswordReset.useMutation()
  const refused = useRefused(form, ask.error, ['email'])
  useTitle('Forgot your password?')

  if (ask.isSuccess) {
    return (
      <CheckYourMail>
        If there is an account with the address{' '}
        <strong className="font-medium">{ask.variables.email.trim()}</strong>, a message with a link to choose
        a new password is on its way to it.
      </CheckYourMail>
    )
  }
  return (
    <BareFrame
      title="Forgot your password?"
      subtitle="You get a link by mail to choose a new one."
      aside={<TextLink link={{ to: '/sign-in' }}>Back to sign-in</TextLink>}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit((values) => !ask.isPending && ask.mutate(values))}
        className="flex flex-col gap-4"
      >
        {refused && (
          <Callout meaning="danger" announced>
            {refused}
          </Callout>
        )}
        <Field label="Email address" error={form.formState.errors.email?.message}>
          <Input
            type="email"
            autoComplete="username"
            {...form.register('email', { validate: ruled(canonicalEmail, 'Type your email address.') })}
          />
        </Field>
        <Button type="submit" variant="primary" size="large" wide pending={ask.isPending}>
          Send the link
        </Button>
      </form>
    </BareFrame>
  )
}
