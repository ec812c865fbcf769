import { Lock } from 'lucide-react'
import { Suspense } from 'react'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { InvitationCharts } from './invitation-charts.tsx'
import { PeopleCharts } from './people-charts.tsx'

/** The organization in pictures, each to be read as a table as well. */
export function InsightsPage() {
  const { organization, here, may, whyNot } = useHere()
  useTitle(`Insights · ${here.name}`)
  const params = { organization }
  if (!may('members.read') && !may('invitations.read')) {
    return (
      <ErrorPage
        icon={Lock}
        title="The insights are not open to you"
        next={whyNot('members.read')}
        actions={<LinkButton link={{ to: '/$organization', params }}>Go to {here.name}</LinkButton>}
      />
    )
  }
  return (
    <>
      <PageHeader
        back={
          <TextLink link={{ to: '/$organization', params }}>
            <bdi>{here.name}</bdi>
          </TextLink>
        }
        title="Insights"
        subtitle={`How ${here.name} grows, who rests, and how invitations go.`}
      />
      <div className="flex flex-col gap-4">
        {may('members.read') && (
          <Suspense fallback={<Skeleton className="h-64 w-full" />}>
            <PeopleCharts />
          </Suspense>
        )}
        {may('invitations.read') && (
          <Suspense fallback={<Skeleton className="h-64 w-full" />}>
            <InvitationCharts />
          </Suspense>
        )}
      </div>
    </>
  )
}
