import { useParams } from '@tanstack/react-router'
import { VerifyAddress } from '../account/verify-address.tsx'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { leadingTo } from '../identity/next.ts'
import { SignedInAs } from '../invitations/signed-in-as.tsx'
import { LoadingPage } from '../pages/loading.tsx'
import { BareNotFound } from '../pages/not-found.tsx'
import { useTitle } from '../pages/title.ts'
import { Callout } from '../ui/callout.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { AskForm } from './ask-form.tsx'

/** Where somebody outside asks to join an organization; it shows nothing of it but its name. */
export function JoinPage() {
  const { organization } = useParams({ from: '/join/$organization' })
  const { data: door, error } = trpc.requests.door.useQuery(
    { organization },
    { throwOnError: (error) => !isNotFound(error) },
  )
  if (isNotFound(error)) return <BareNotFound />
  return door ? <Door {...door} /> : <LoadingPage />
}

/** Takes no requests, or is not there: told apart by nobody. */
const isNotFound = (error: unknown) => refusalOf(error)?.code === 'not-found'

type DoorProps = {
  name: string
  slug: string
  you: 'anonymous' | 'outsider' | 'unverified' | 'member'
  request: string | null
  invitation: string | null
}

function Door({ name, slug, you, request, invitation }: DoorProps) {
  const [{ signUp }] = trpc.identity.status.useSuspenseQuery({})
  const [me] = trpc.identity.me.useSuspenseQuery({})
  const search = leadingTo(`/join/${slug}`)
  useTitle(`Join ${name}`)
  return (
    <BareFrame
      title={
        <>
          Ask to join <bdi>{name}</bdi>
        </>
      }
      subtitle="Somebody there looks at your request and answers it."
      corner={me && <SignedInAs me={me} />}
    >
      {you === 'anonymous' ? (
        <div className="flex flex-col gap-4">
          <p className="text-pretty">
            {signUp === 'open'
              ? 'You need an account to ask. Sign in, or create one.'
              : 'Sign in to ask. Accounts are by invitation here: without one, ask somebody who is in it.'}
          </p>
          <LinkButton variant="primary" size="large" wide link={{ to: '/sign-in', search }}>
            Sign in
          </LinkButton>
          {signUp === 'open' && (
            <LinkButton size="large" wide link={{ to: '/sign-up', search }}>
              Create an account
            </LinkButton>
          )}
        </div>
      ) : you === 'member' ? (
        <div className="flex flex-col gap-4">
          <p>You are a member already.</p>
          <LinkButton
            variant="primary"
            size="large"
            wide
            link={{ to: '/$organization', params: { organization: slug } }}
          >
            Go to {name}
          </LinkButton>
        </div>
      ) : you === 'unverified' ? (
        <VerifyAddress why="Then you can ask to join." />
      ) : invitation ? (
        <div className="flex flex-col gap-4">
          <p>You are invited already.</p>
          <LinkButton
            variant="primary"
            size="large"
            wide
            link={{ to: '/invitations/$invitation', params: { invitation } }}
          >
            View invitation
          </LinkButton>
        </div>
      ) : request ? (
        <div className="flex flex-col gap-4">
          <Callout meaning="success" title="Your request is on its way" announced>
            The answer comes by mail and shows in your account.
          </Callout>
          <LinkButton size="large" wide link={{ to: '/account/requests' }}>
            See my requests
          </LinkButton>
        </div>
      ) : (
        <AskForm organization={slug} name={name} />
      )}
    </BareFrame>
  )
}
