import { useHere } from '../organizations/here.ts'
import { Tabs } from '../ui/tabs.tsx'

/** Members and Invitations with their live counts, and what changed; invitations only for those who may see them. */
export function MembersTabs({ current }: { current: 'members' | 'invitations' | 'changes' }) {
  const { organization, here, may } = useHere()
  const params = { organization }
  const { members, invitations } = here.totals
  const tabs = [
    {
      label: 'Members',
      link: { to: '/$organization/members', params } as const,
      count: members,
      current: current === 'members',
    },
    {
      label: 'Invitations',
      link: { to: '/$organization/members/invitations', params } as const,
      count: invitations ?? undefined,
      current: current === 'invitations',
    },
    {
      label: 'What changed',
      link: { to: '/$organization/members/changes', params } as const,
      current: current === 'changes',
    },
  ]
  return (
    <Tabs
      label="People"
      tabs={may('invitations.read') ? tabs : tabs.filter(({ label }) => label !== 'Invitations')}
    />
  )
}
