import { Network, Plus, SearchX } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** The list has no rows because of what is searched. */
export function NoneFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      action={<Button onClick={onClear}>Clear search</Button>}
    >
      Search looks at names and descriptions. Try fewer letters.
    </EmptyState>
  )
}

/** There is no group yet; who may make one is offered that. */
export function NoneYet({ onCreate }: { onCreate: () => void }) {
  const { here, may } = useHere()
  const mayCreate = may('groups.manage')
  return (
    <EmptyState
      icon={Network}
      title="No groups yet"
      action={
        mayCreate && (
          <Button variant="primary" icon={Plus} onClick={onCreate}>
            Create group
          </Button>
        )
      }
    >
      A group gives many people the same access at once: put people of {here.name} into it and give the group
      a role. {!mayCreate && 'Whoever manages groups here makes the first one.'}
    </EmptyState>
  )
}
