import { SearchX, UserPlus } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useProjectLabel } from './label.ts'
import { showsSome } from './search.ts'
import type { Project } from './types.ts'
import { useProjectSearch } from './use-projects-search.ts'

/** Nobody is in the project, or nobody matches. */
export function NobodyHere({ project }: { project: Project }) {
  const { organization, here } = useHere()
  const { one } = useProjectLabel()
  const { search, set } = useProjectSearch()
  if (showsSome(search)) {
    const clear = () => set({ q: undefined, role: undefined, via: undefined, page: undefined })
    return (
      <EmptyState
        icon={SearchX}
        title="Nobody matches"
        action={<Button onClick={clear}>Clear search and filters</Button>}
      >
        Try fewer letters, or fewer filters.
      </EmptyState>
    )
  }
  const roles = <TextLink link={{ to: '/$organization/roles', params: { organization } }}>roles</TextLink>
  return (
    <EmptyState icon={UserPlus} title={`Nobody is in this ${one} yet`}>
      {project.permissions.includes('project.members.manage')
        ? `Give people of ${here.name} a role in it, in person or through a group. `
        : `Whoever manages this ${one} gives people a role in it. `}
      What each role allows stands with the {roles}.
    </EmptyState>
  )
}
