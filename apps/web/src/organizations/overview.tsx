import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChartColumn, UserPlus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { Endings } from '../assignments/endings.tsx'
import { AccessHints } from '../insights/access-hints.tsx'
import { FirstSteps } from '../onboarding/first-steps.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import { Glance } from './glance.tsx'
import { useHere } from './here.ts'
import { MembersOverTime } from './members-over-time.tsx'
import { OfferCard } from './offer-card.tsx'
import { RecentlyJoined } from './recently-joined.tsx'
import { RoleMix } from './role-mix.tsx'
import { SuggestedActions } from './suggested-actions.tsx'

const InviteDialog = lazy(() =>
  import('../invitations/invite-dialog.tsx').then((file) => ({ default: file.InviteDialog })),
)

/** The organization's home: what to do next (T10), and how it stands. */
export function OverviewPage() {
  const { organization, here, may } = useHere()
  const { invite } = useSearch({ from: '/signed-in/$organization/' })
  const navigate = useNavigate({ from: '/$organization/' })
  const [overview] = trpc.organizations.overview.useSuspenseQuery({ organization })
  useTitle(here.name)

  const openInvite = (open: boolean) =>
    void navigate({ to: '.', search: open ? { invite: true } : {}, resetScroll: false })
  const { suggestions, totals, membersOverTime, roleMix, recentlyJoined } = overview
  // The suggestion says the same with more words.
  const invites = may('invitations.send') && !suggestions.includes('invite-members')
  return (
    <>
      <PageHeader
        title={<bdi>{here.name}</bdi>}
        subtitle={
          <>
            Here since <Time at={here.since} as="date" />. Your role is {here.role.name}.{' '}
            <TextLink
              link={{
                to: '/$organization/members/$member',
                params: { organization, member: here.me.member },
              }}
            >
              What you may do
            </TextLink>
          </>
        }
        actions={
          <>
            {(may('members.read') || may('invitations.read')) && (
              <LinkButton
                icon={ChartColumn}
                link={{ to: '/$organization/insights', params: { organization } }}
              >
                Insights
              </LinkButton>
            )}
            {invites && (
              <Button variant="primary" icon={UserPlus} onClick={() => openInvite(true)}>
                Invite people
              </Button>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <FirstSteps />
        {suggestions.length > 0 && (
          <SuggestedActions suggestions={suggestions} onInvite={() => openInvite(true)} />
        )}
        <OfferCard />
        {may('reviews.read') && <AccessHints />}
        {may('members.read') && <Endings />}
        <Glance organization={organization} totals={totals} may={may} />
        <MembersOverTime points={membersOverTime} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <RoleMix organization={organization} mix={roleMix} may={may} />
          {may('members.read') && <RecentlyJoined organization={organization} people={recentlyJoined} />}
        </div>
      </div>
      {invite && (
        <Suspense>
          <InviteDialog open onOpenChange={openInvite} />
        </Suspense>
      )}
    </>
  )
}
