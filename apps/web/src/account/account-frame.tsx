import type { ReactNode } from 'react'
import { SettingsFrame } from '../frame/settings-frame.tsx'
import { useMe } from '../identity/me.ts'
import { PageHeader } from '../ui/page-header.tsx'

const ENTRIES = [
  { label: 'Profile', link: { to: '/account' }, exact: true },
  { label: 'Security', link: { to: '/account/security' } },
  { label: 'Organization invitations', link: { to: '/account/invitations' } },
  { label: 'My requests', link: { to: '/account/requests' } },
  { label: 'Notifications', link: { to: '/account/notifications' } },
] as const

/** The frame of everything about oneself, with a way to the people of each organization (I5). */
export function AccountFrame({ children }: { children: ReactNode }) {
  const organizations = useMe().organizations.map(({ id, name, slug, permissions }) => ({
    id,
    label: name,
    link: {
      to: permissions.includes('members.read') ? '/$organization/members' : '/$organization',
      params: { organization: slug },
    } as const,
  }))
  return (
    <>
      <PageHeader
        title="My account"
        subtitle="Who you are here, how you sign in, who has invited you, and which mail you get."
      />
      <SettingsFrame
        label="My account"
        groups={[{ entries: ENTRIES }, { heading: 'My organizations', entries: organizations }]}
      >
        {children}
      </SettingsFrame>
    </>
  )
}
