import { useSearch } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useTitle } from '../pages/title.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { AccountForm } from './account-form.tsx'
import { useOnlyForVisitors } from './arrival.ts'
import { CheckYourMail } from './check-your-mail.tsx'
import { leadingTo } from './next.ts'

/** Makes an account where sign-up is open; elsewhere it says how accounts are made. */
export function SignUpPage() {
  const { next = '/' } = useSearch({ from: '/sign-up' })
  const [status] = trpc.identity.status.useSuspenseQuery({})
  const signUp = trpc.identity.signUp.useMutation()
  useOnlyForVisitors(next)
  useTitle('Create your account')
  const signInLink = { to: '/sign-in', search: leadingTo(next) } as const

  if (status.signUp !== 'open') {
    return (
      <BareFrame title="Accounts are by invitation here">
        <div className="flex flex-col gap-4 text-pretty">
          <p>
            Ask someone in your organization to invite you. The mail you then get leads to the page where you
            make your account and join.
          </p>
          <LinkButton link={signInLink} variant="primary" size="large" wide>
            Sign in
          </LinkButton>
        </div>
      </BareFrame>
    )
  }
  if (signUp.isSuccess) {
    return (
      <CheckYourMail>
        A message is on its way to <strong className="font-medium">{signUp.variables.email}</strong>. Open the
        link in it, and then sign in.
      </CheckYourMail>
    )
  }
  return (
    <BareFrame
      title="Create your account"
      aside={
        <>
          You have one already? <TextLink link={signInLink}>Sign in</TextLink>
        </>
      }
    >
      <AccountForm
        submitLabel="Create account"
        pending={signUp.isPending}
        error={signUp.error}
        onSubmit={(account) => signUp.mutate(account)}
      />
    </BareFrame>
  )
}
