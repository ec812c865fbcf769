import { useHere } from '../organizations/here.ts'
import { Tabs } from '../ui/tabs.tsx'
import { useProjectLabel } from './label.ts'
import type { ProjectTab } from './search.ts'
import type { Project } from './types.ts'

/** Members, groups, invitations and settings of a project, each with its address. */
export function ProjectTabs({ project, current }: { project: Project; current: ProjectTab }) {
  const { organization, may } = useHere()
  const { One } = useProjectLabel()
  const reads = project.permissions.includes('project.members.read')
  const tab = (key: ProjectTab, label: string, count?: number) => ({
    label,
    count,
    current: current === key,
    link: {
      to: '/$organization/projects/$project',
      params: { organization, project: project.id },
      search: key === 'members' ? {} : { tab: key },
    } as const,
  })
  return (
    <Tabs
      label={One}
      tabs={[
        tab('members', 'Members', project.people ?? undefined),
        ...(reads ? [tab('groups', 'Groups', project.groups)] : []),
        ...(may('invitations.read') ? [tab('invitations', 'Invitations')] : []),
        tab('settings', 'Settings'),
      ]}
    />
  )
}
