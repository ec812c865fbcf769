import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { CheckYourMail } from './check-your-mail.tsx'
import { EMAIL_RULES, EmailField } from './email-field.tsx'

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
      <Form onSubmit={form.handleSubmit((values) => !ask.isPending && ask.mutate(values))} refused={refused}>
        <EmailField
          field={form.register('email', EMAIL_RULES)}
          error={form.formState.errors.email?.message}
          autoComplete="username"
        />
        <Button type="submit" variant="primary" size="large" wide pending={ask.isPending}>
          Send the link
        </Button>
      </Form>
    </BareFrame>
  )
}
