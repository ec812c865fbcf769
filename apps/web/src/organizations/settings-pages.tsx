import type { ReactNode } from 'react'
import { SettingsFrame } from '../frame/settings-frame.tsx'
import { useProjectLabel } from '../projects/label.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { useHere } from './here.ts'

/** The frame of an organization's settings, with the way to its people, groups, projects, roles and trail (D1, I17). */
export function SettingsPages({ children }: { children: ReactNode }) {
  const { organization, here, may } = useHere()
  const { Many } = useProjectLabel()
  const params = { organization }
  return (
    <>
      <PageHeader
        title="Settings"
        subtitle={
          <>
            What <bdi>{here.name}</bdi> is called, and the rules that hold in it.
          </>
        }
      />
      <SettingsFrame
        label={`Settings of ${here.name}`}
        groups={[
          {
            entries: [
              { label: 'General', link: { to: '/$organization/settings', params }, exact: true },
              { label: 'Policies', link: { to: '/$organization/settings/policies', params } },
              { label: 'Domains', link: { to: '/$organization/settings/domains', params } },
            ],
          },
          {
            heading: 'For new members',
            entries: [
              { label: 'Messages', link: { to: '/$organization/settings/messages', params } },
              { label: 'First steps', link: { to: '/$organization/settings/first-steps', params } },
              { label: 'Offers', link: { to: '/$organization/settings/offers', params } },
            ],
          },
          {
            heading: 'Programs',
            entries: [
              ...(may('keys.create') || may('keys.manage')
                ? [{ label: 'API keys', link: { to: '/$organization/settings/keys', params } } as const]
                : []),
              ...(may('members.read')
                ? [
                    {
                      label: 'Service accounts',
                      link: { to: '/$organization/settings/service-accounts', params },
                    } as const,
                  ]
                : []),
              ...(may('webhooks.manage')
                ? [{ label: 'Webhooks', link: { to: '/$organization/settings/webhooks', params } } as const]
                : []),
            ],
          },
          {
            heading: 'Files',
            entries: [
              ...(may('invitations.send')
                ? [{ label: 'Import', link: { to: '/$organization/settings/import', params } } as const]
                : []),
              ...(may('organization.export')
                ? [{ label: 'Export', link: { to: '/$organization/settings/export', params } } as const]
                : []),
            ],
          },
          {
            heading: 'People and access',
            entries: [
              ...(may('members.read')
                ? [{ label: 'Members', link: { to: '/$organization/members', params } } as const]
                : []),
              ...(may('groups.read')
                ? [{ label: 'Groups', link: { to: '/$organization/groups', params } } as const]
                : []),
              ...(may('projects.read')
                ? [{ label: Many, link: { to: '/$organization/projects', params } } as const]
                : []),
              { label: 'Roles', link: { to: '/$organization/roles', params } },
              ...(may('audit.read')
                ? [{ label: 'Audit', link: { to: '/$organization/audit', params } } as const]
                : []),
            ],
          },
          {
            heading: 'The way out',
            entries: [{ label: 'Leave or delete', link: { to: '/$organization/settings/leave', params } }],
          },
        ]}
      >
        {children}
      </SettingsFrame>
    </>
  )
}
