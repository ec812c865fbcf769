import type { MemberId } from '@roster/domain'
import { useHere } from '../../organizations/here.ts'
import { Tabs } from '../../ui/tabs.tsx'
import type { PersonTab } from './search.ts'
import { usePersonSearch } from './use-person-search.ts'

type PersonTabsProps = {
  member: MemberId
  you?: boolean | undefined
  /** What the first one is called. */
  first: string
  /** They are not a member any more. */
  former?: boolean | undefined
}

/** What there is about somebody, as far as the reader may see it. */
export function PersonTabs({ member, you = false, first, former = false }: PersonTabsProps) {
  const { organization, may } = useHere()
  const { search } = usePersonSearch()
  const tab = (label: string, key: PersonTab | undefined) => ({
    label,
    link: {
      to: '/$organization/members/$member',
      params: { organization, member },
      search: { tab: key },
    } as const,
    current: search.tab === key,
  })
  const tabs = [
    tab(first, undefined),
    ...(!former && (you || may('members.reset-password')) ? [tab('Sessions', 'sessions')] : []),
    ...(may('invitations.read') ? [tab('Invited', 'invited')] : []),
    ...(may('audit.read') ? [tab('History', 'history')] : []),
  ]
  if (tabs.length === 1) return null
  return (
    <div className="mb-4">
      <Tabs label="About this person" tabs={tabs} />
    </div>
  )
}
