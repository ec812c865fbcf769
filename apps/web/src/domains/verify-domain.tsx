import { useParams } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { refusalOf, sentenceOf } from '../api/refusal.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { DeadLink } from '../identity/dead-link.tsx'
import { useSecret } from '../identity/secret.ts'
import { LoadingPage } from '../pages/loading.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

/** What the link in a proof mail leads to: whose the domain would be, and the press that says so. */
export function VerifyDomainPage() {
  const { domain } = useParams({ from: '/verify-domain/$domain' })
  const secret = useSecret()
  const proof = { domain, secret }
  const view = trpc.domains.view.useQuery(proof, { retry: false, refetchOnWindowFocus: false })
  const verify = trpc.domains.verify.useMutation()
  useTitle('Confirm a domain')

  if (verify.isSuccess && view.data) {
    return (
      <BareFrame title="The domain is confirmed">
        <p role="status" className="text-pretty">
          {view.data.domain} now counts as a domain of <bdi>{view.data.organization}</bdi>. There is nothing
          more to do; you can close this page.
        </p>
      </BareFrame>
    )
  }
  if (!view.data) {
    if (!view.error) return <LoadingPage />
    const dead = refusalOf(view.error)?.code === 'link-invalid'
    return (
      <DeadLink title={dead ? 'This link is not valid any more' : 'This could not be loaded'}>
        <p>
          {dead
            ? 'The domain may be confirmed already, the link may be too old, or a newer mail has taken its place. Whoever asked can have another one sent.'
            : sentenceOf(view.error)}
        </p>
      </DeadLink>
    )
  }
  const { domain: name, organization } = view.data
  return (
    <BareFrame title={`Does ${name} belong to ${organization}?`}>
      <div className="flex flex-col gap-4 text-pretty">
        <p>
          With this you confirm that <bdi>{organization}</bdi> may call {name} its own: invitations show it,
          and <bdi>{organization}</bdi> may let people with an address there join by themselves.
        </p>
        {verify.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(verify.error)}
          </Callout>
        )}
        <Button
          variant="primary"
          size="large"
          wide
          pending={verify.isPending}
          onClick={() => verify.mutate(proof)}
        >
          Confirm {name}
        </Button>
        <p className="text-ink-muted text-sm">
          If you do not know them, close this page: nothing happens then.
        </p>
      </div>
    </BareFrame>
  )
}
