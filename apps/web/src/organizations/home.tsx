import { Building2, Plus } from 'lucide-react'
import { VerifyAddress } from '../account/verify-address.tsx'
import { trpc } from '../api/client.ts'
import { JoinableOrganization } from '../domains/joinable-organization.tsx'
import { useMe } from '../identity/me.ts'
import { OpenInvitation } from '../invitations/open-invitation.tsx'
import { useTitle } from '../pages/title.ts'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { counted } from '../ui/number.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { MyOrganization } from './my-organization.tsx'

/** Where one belongs, and where one is asked to come. */
export function HomePage() {
  const me = useMe()
  const [status] = trpc.identity.status.useSuspenseQuery({})
  const [{ open }] = trpc.invitations.mine.useSuspenseQuery({})
  const [joinable] = trpc.domains.joinable.useSuspenseQuery({})
  useTitle('My organizations')

  const create = status.createOrganizations && (
    <LinkButton
      link={{ to: '/new' }}
      icon={Plus}
      variant={me.organizations.length + open.length + joinable.length === 0 ? 'primary' : 'secondary'}
    >
      Create organization
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title="My organizations"
        subtitle="Where you belong, and what you are there."
        actions={me.organizations.length > 0 && create}
      />
      <div className="flex flex-col gap-6">
        <VerifyAddress />
        {open.length > 0 && (
          <Card title={counted(open.length, 'open invitation', 'open invitations')} flush>
            <ul className="divide-y divide-line">
              {open.map((invitation) => (
                <OpenInvitation key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          </Card>
        )}
        {joinable.map((one) => (
          <JoinableOrganization key={one.domain} joinable={one} />
        ))}
        {me.organizations.length > 0 ? (
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {me.organizations.map((organization) => (
              <MyOrganization key={organization.id} organization={organization} />
            ))}
          </ul>
        ) : (
          <Card flush>
            <EmptyState icon={Building2} title="You are in no organization yet" action={create}>
              {open.length + joinable.length > 0
                ? 'Join one of those above.'
                : `Ask someone to invite @${me.username}${me.verified ? ` or ${me.email}` : ''}. The invitation then shows up here.`}
            </EmptyState>
          </Card>
        )}
      </div>
    </>
  )
}
