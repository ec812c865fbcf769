import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { Name } from '../ui/name.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ClosedGroups } from './closed.tsx'
import { GroupDialogs } from './dialogs.tsx'
import { GroupMembers } from './group-members.tsx'
import type { GroupSearch } from './search.ts'
import { useGroupSearch } from './use-groups-search.ts'

const GroupsInside = lazy(() =>
  import('./groups-inside.tsx').then((file) => ({ default: file.GroupsInside })),
)
const Access = lazy(() => import('./access.tsx').then((file) => ({ default: file.Access })))
const Settings = lazy(() => import('./settings.tsx').then((file) => ({ default: file.Settings })))

/** One group: who is in it, what is inside it, what it gives, and what it is called (I10). */
export function GroupPage() {
  return useHere().may('groups.read') ? <OpenGroup /> : <ClosedGroups />
}

function OpenGroup() {
  const { organization, here } = useHere()
  const { group } = useParams({ from: '/signed-in/$organization/groups/$group' })
  const { search } = useGroupSearch()
  const [details] = trpc.groups.get.useSuspenseQuery({ organization, group })
  useTitle(`${details.name} · ${here.name}`)
  const tab = search.tab ?? 'members'
  const to = (next: GroupSearch['tab']) =>
    ({ to: '/$organization/groups/$group', params: { organization, group }, search: { tab: next } }) as const
  return (
    <>
      <PageHeader
        back={<TextLink link={{ to: '/$organization/groups', params: { organization } }}>Groups</TextLink>}
        title={<bdi>{details.name}</bdi>}
        subtitle={details.description || undefined}
      />
      <Around details={details} />
      <div className="mb-4">
        <Tabs
          label="About this group"
          tabs={[
            { label: 'Members', link: to(undefined), count: details.members, current: tab === 'members' },
            { label: 'Groups inside', link: to('groups'), count: details.groups, current: tab === 'groups' },
            { label: 'Access', link: to('access'), current: tab === 'access' },
            { label: 'Settings', link: to('settings'), current: tab === 'settings' },
          ]}
        />
      </div>
      <Suspense fallback={<SkeletonLines lines={6} />}>
        {tab === 'members' && <GroupMembers details={details} />}
        {tab === 'groups' && <GroupsInside details={details} />}
        {tab === 'access' && <Access details={details} />}
        {tab === 'settings' && <Settings key={details.id} details={details} />}
      </Suspense>
      <GroupDialogs details={details} />
    </>
  )
}

/** Which groups contain it, and that whoever is in it is in those too. */
function Around({ details }: { details: Pick<Parameters<typeof GroupMembers>[0]['details'], 'around'> }) {
  const { organization } = useHere()
  if (details.around.length === 0) return null
  return (
    <p className="mb-4 flex flex-wrap items-baseline gap-x-1.5 text-ink-muted text-sm">
      <span>Inside</span>
      {details.around.map(({ id, name, way }) => (
        <span key={id} className="inline-flex min-w-0 max-w-full items-baseline">
          <TextLink link={{ to: '/$organization/groups/$group', params: { organization, group: id } }}>
            <Name>{name}</Name>
          </TextLink>
          {way.length > 1 && (
            <span className="whitespace-nowrap">
              &nbsp;(through <bdi>{way.at(-2)?.name}</bdi>)
            </span>
          )}
          ,
        </span>
      ))}
      <span>so its people have that access too.</span>
    </p>
  )
}
