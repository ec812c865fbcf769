import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { CircleUser, History, House, Settings, Shield, Users } from 'lucide-react'
import { useState } from 'react'
import { queryClient, trpc } from '../api/client.ts'
import { LiveChanges } from '../api/live.tsx'
import { AppFrame } from '../frame/app-frame.tsx'
import type { NavEntry } from '../frame/side-bar.tsx'
import { EndedSession } from './ended-session.tsx'
import { Search } from './search.tsx'

/** The frame around everything behind sign-in, which keeps itself true while it is open. */
export function SignedIn() {
  const { organization } = useParams({ strict: false })
  const [me] = trpc.identity.me.useSuspenseQuery({})
  const [status] = trpc.identity.status.useSuspenseQuery({})
  const signOut = trpc.identity.signOut.useMutation()
  const navigate = useNavigate()
  const [searching, setSearching] = useState(false)
  if (!me) return <EndedSession known />

  const here = me.organizations.find((one) => one.slug === organization || one.id === organization)
  const leave = async () => {
    await signOut.mutateAsync({})
    await navigate({ to: '/sign-in' })
    queryClient.clear()
  }
  return (
    <AppFrame
      user={{ id: me.id, name: me.name, username: me.username }}
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
      nav={here ? organizationNav(here) : personalNav()}
      onSearch={() => setSearching(true)}
      onSignOut={() => void leave()}
    >
      <LiveChanges organization={here?.slug} />
      <EndedSession />
      <Search open={searching} onOpenChange={setSearching} />
      <Outlet />
    </AppFrame>
  )
}

type MyOrganization = {
  slug: string
  permissions: readonly string[]
  members: number
}

function organizationNav({ slug, permissions, members }: MyOrganization): readonly NavEntry[] {
  const params = { organization: slug }
  const may = (permission: string) => permissions.includes(permission)
  return [
    { label: 'Home', icon: House, link: { to: '/$organization', params }, exact: true },
    ...(may('members.read')
      ? [
          {
            label: 'Members',
            icon: Users,
            link: { to: '/$organization/members', params },
            count: members,
          } as const,
        ]
      : []),
    { label: 'Roles', icon: Shield, link: { to: '/$organization/roles', params } },
    ...(may('audit.read')
      ? [{ label: 'Audit', icon: History, link: { to: '/$organization/audit', params } } as const]
      : []),
    { label: 'Settings', icon: Settings, link: { to: '/$organization/settings', params } },
  ]
}

function personalNav(): readonly NavEntry[] {
  return [
    { label: 'Home', icon: House, link: { to: '/' }, exact: true },
    { label: 'My account', icon: CircleUser, link: { to: '/account' } },
  ]
}
