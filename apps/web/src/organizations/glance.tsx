import type { Permission } from '@roster/domain'
import { StatTile } from '../ui/stat-tile.tsx'
import type { Overview } from './types.ts'

type GlanceProps = {
  organization: string
  totals: Overview['totals']
  may: (permission: Permission) => boolean
}

/** People and invitations in numbers, each leading to what it counts. */
export function Glance({ organization, totals, may }: GlanceProps) {
  const params = { organization }
  const { members, invitations, expiringSoon, undeliverable } = totals
  const invited = [
    { label: 'Open invitations', value: invitations, note: 'sent and not answered', status: undefined },
    { label: 'Expiring soon', value: expiringSoon, note: 'within 48 hours', status: 'expiring' },
    {
      label: 'Undeliverable',
      value: undeliverable,
      note: 'the mail did not arrive',
      status: 'undeliverable',
    },
  ] as const
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatTile
        label="People"
        value={members}
        note="in the organization"
        link={may('members.read') ? { to: '/$organization/members', params } : undefined}
      />
      {invited.map(
        ({ label, value, note, status }) =>
          value !== null && (
            <StatTile
              key={label}
              label={label}
              value={value}
              note={note}
              link={{ to: '/$organization/members/invitations', params, search: { status } }}
            />
          ),
      )}
    </div>
  )
}
