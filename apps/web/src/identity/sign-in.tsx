import { useSearch } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useTitle } from '../pages/title.ts'
import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useOnlyForVisitors } from './arrival.ts'
import { leadingTo } from './next.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Signs in and leads on to where one wanted to go. */
export function SignInPage() {
  const { next = '/', ended } = useSearch({ from: '/sign-in' })
  const [status] = trpc.identity.status.useSuspenseQuery({})
  const utils = trpc.useUtils()
  const signIn = trpc.identity.signIn.useMutation({ onSuccess: () => utils.identity.invalidate() })
  useOnlyForVisitors(next)
  useTitle('Sign in')

  return (
    <BareFrame
      title="Sign in to Roster"
      aside={
        status.signUp === 'open' ? (
          <>
            No account yet? <TextLink link={{ to: '/sign-up', search: leadingTo(next) }}>Create one</TextLink>
          </>
        ) : (
          'Accounts are by invitation here. Someone in your organization can invite you.'
        )
      }
    >
      <div className="flex flex-col gap-4">
        {ended && !signIn.error && (
          <Callout meaning="info" title="Your session has ended">
            Sign in again to go on where you were.
          </Callout>
        )}
        <SignInForm
          submitLabel="Sign in"
          pending={signIn.isPending || signIn.isSuccess}
          error={signIn.error}
          onSubmit={(credentials) => signIn.mutate(credentials)}
        />
      </div>
    </BareFrame>
  )
}
