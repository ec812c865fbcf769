import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { queryClient, trpc } from '../api/client.ts'
import { LiveChanges } from '../api/live.tsx'
import { AppFrame } from '../frame/app-frame.tsx'
import { OfflineBanner } from '../ui/offline-banner.tsx'
import { EndedSession } from './ended-session.tsx'
import { useIsLost } from './lost.ts'
import { organizationNav, PERSONAL_NAV } from './nav.ts'
import { SearchOnDemand } from './search-on-demand.tsx'

const LostOrganization = lazy(() =>
  import('./lost-organization.tsx').then((file) => ({ default: file.LostOrganization })),
)

/** The frame around everything behind sign-in, which keeps itself true while it is open. */
export function SignedIn() {
  const { organization } = useParams({ strict: false })
  const [me] = trpc.identity.me.useSuspenseQuery({})
  const [status] = trpc.identity.status.useSuspenseQuery({})
  const signOut = trpc.identity.signOut.useMutation()
  const navigate = useNavigate()
  const [searching, setSearching] = useState(false)
  const here = me?.organizations.find((one) => one.slug === organization || one.id === organization)
  const lost = useIsLost(here || !me ? undefined : organization)
  if (!me) return <EndedSession known />

  const leave = async () => {
    await signOut.mutateAsync({})
    await navigate({ to: '/sign-in' })
    queryClient.clear()
  }
  return (
    <AppFrame
      user={{ id: me.id, name: me.name, username: me.username, photo: me.avatar }}
      organizations={me.organizations.map(({ id, slug, name, role }) => ({
        id,
        name,
        role: role.name,
        link: { to: '/$organization', params: { organization: slug } },
      }))}
      current={here?.id}
      homeLink={{ to: '/' }}
      createLink={status.createOrganizations ? { to: '/new' } : undefined}
      accountLink={{ to: '/account' }}
      organizationsLink={{ to: '/' }}
      nav={here ? organizationNav(here) : PERSONAL_NAV}
      banner={<OfflineBanner />}
      onSearch={() => setSearching(true)}
      onSignOut={() => void leave()}
    >
      <LiveChanges organization={here?.slug} />
      <EndedSession />
      <SearchOnDemand
        open={searching}
        onOpenChange={setSearching}
        here={here}
        mayCreate={status.createOrganizations}
        onSignOut={() => void leave()}
      />
      {lost ? (
        <Suspense>
          <LostOrganization />
        </Suspense>
      ) : (
        <Outlet />
      )}
    </AppFrame>
  )
}
