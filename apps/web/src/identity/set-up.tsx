import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { OrganizationForm } from '../organizations/organization-form.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { AccountForm, type NewAccount } from './account-form.tsx'
import { useArrival } from './arrival.ts'
import { DeadLink } from './dead-link.tsx'
import { useSecret } from './secret.ts'

/** The first start: whoever holds the link from the log becomes the first owner of the first organization. */
export function SetUpPage() {
  const secret = useSecret()
  const [status] = trpc.identity.status.useSuspenseQuery({})
  const [refused, setRefused] = useState<'link-invalid' | 'set-up-done'>()

  if (status.setUp || refused === 'set-up-done') {
    return (
      <DeadLink
        title="This Roster is set up already"
        action={
          <LinkButton link={{ to: '/sign-in' }} variant="primary" size="large" wide>
            Sign in
          </LinkButton>
        }
      >
        <p>The set-up link has done its work. Sign in with the account that was made with it.</p>
      </DeadLink>
    )
  }
  if (refused === 'link-invalid') {
    return (
      <DeadLink title="This set-up link is not valid any more">
        <p>
          It is too old, or Roster has printed a newer one since. Restart Roster: it prints a link that works.
        </p>
      </DeadLink>
    )
  }
  if (secret === '') {
    return (
      <DeadLink title="Roster is not set up yet">
        <p>Open the set-up link that Roster printed when it started. It looks like this:</p>
        <p>
          <Code>{`${status.url}/setup#…`}</Code>
        </p>
        <p className="text-ink-muted">The link is lost? Restart Roster: it prints a new one.</p>
      </DeadLink>
    )
  }
  return <SetUpSteps secret={secret} onDeadLink={setRefused} />
}

type SetUpStepsProps = {
  secret: string
  onDeadLink: (code: 'link-invalid' | 'set-up-done') => void
}

const OF_THE_ACCOUNT = ['name', 'username', 'email', 'password']

function SetUpSteps({ secret, onDeadLink }: SetUpStepsProps) {
  const [you, setYou] = useState<NewAccount>()
  const [step, setStep] = useState<'you' | 'organization'>('you')
  const arrive = useArrival()
  const setUp = trpc.identity.setUp.useMutation({
    onSuccess: ({ organization }) => arrive(`/${organization}`),
    onError(error) {
      const code = refusalOf(error)?.code
      if (code === 'link-invalid' || code === 'set-up-done') onDeadLink(code)
      else if (isOfTheAccount(error)) setStep('you')
    },
  })
  const ofTheAccount = isOfTheAccount(setUp.error)
  useTitle('Set up')

  // Both forms stay, so that going back and forth loses nothing that was typed.
  return (
    <BareFrame
      title={step === 'you' ? 'Welcome to Roster' : 'Your organization'}
      subtitle={
        step === 'you'
          ? 'Step 1 of 2: your account, as the first owner'
          : 'Step 2 of 2: both names can be changed later'
      }
    >
      <div hidden={step !== 'you'}>
        <AccountForm
          error={ofTheAccount ? setUp.error : null}
          submitLabel="Continue"
          onSubmit={(account) => {
            setUp.reset()
            setYou(account)
            setStep('organization')
          }}
        />
      </div>
      <div hidden={step !== 'organization'}>
        <OrganizationForm
          focused={step === 'organization'}
          pending={setUp.isPending || setUp.isSuccess}
          error={ofTheAccount ? null : setUp.error}
          onSubmit={(organization) => you && setUp.mutate({ secret, ...you, organization })}
          other={
            <Button size="large" onClick={() => setStep('you')}>
              Back
            </Button>
          }
        />
      </div>
    </BareFrame>
  )
}

function isOfTheAccount(error: unknown): boolean {
  const field = refusalOf(error)?.facts.field
  return typeof field === 'string' && OF_THE_ACCOUNT.includes(field)
}
