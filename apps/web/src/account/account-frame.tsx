import type { ReactNode } from 'react'
import { SettingsFrame } from '../frame/settings-frame.tsx'
import { PageHeader } from '../ui/page-header.tsx'

const ENTRIES = [
  { label: 'Profile', link: { to: '/account' }, exact: true },
  { label: 'Security', link: { to: '/account/security' } },
  { label: 'Organization invitations', link: { to: '/account/invitations' } },
  { label: 'My requests', link: { to: '/account/requests' } },
  { label: 'Notifications', link: { to: '/account/notifications' } },
] as const

/** The frame of everything about oneself. */
export function AccountFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader
        title="My account"
        subtitle="Who you are here, how you sign in, who has invited you, and which mail you get."
      />
      <SettingsFrame label="My account" entries={ENTRIES}>
        {children}
      </SettingsFrame>
    </>
  )
}
