import { FolderPlus, SearchX } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useProjectLabel } from './label.ts'
import { aOf } from './label-of.ts'
import { useProjectsSearch } from './use-projects-search.ts'

/** The list has no rows because of what is searched or filtered. */
export function NoneFound() {
  const { set } = useProjectsSearch()
  const clear = () => set({ q: undefined, state: undefined, mine: undefined, page: undefined })
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      action={<Button onClick={clear}>Clear search and filters</Button>}
    >
      Search looks at names. Try fewer letters, or fewer filters.
    </EmptyState>
  )
}

/** There is no project the reader may know of; who may make one is told to think of roles first (C16). */
export function NoneYet({ onCreate }: { onCreate: () => void }) {
  const { organization, here, may } = useHere()
  const label = useProjectLabel()
  const roles = <TextLink link={{ to: '/$organization/roles', params: { organization } }}>roles</TextLink>
  if (!may('projects.create')) {
    return (
      <EmptyState icon={FolderPlus} title={`No ${label.many} for you yet`}>
        Whoever manages {aOf(label)} of {here.name} gives you a role in it. Then it shows here.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={FolderPlus}
      title={`No ${label.many} yet`}
      action={
        <Button variant="primary" icon={FolderPlus} onClick={onCreate}>
          Create {label.one}
        </Button>
      }
    >
      {label.One} members each have a role there. Look at the {roles} first, and define your own before you
      give access.
    </EmptyState>
  )
}
