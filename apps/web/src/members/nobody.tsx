import { SearchX, UserPlus } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { isFiltered } from './search.ts'
import { useMembersSearch } from './use-members-search.ts'

/** The list has no rows because of what is searched or filtered. */
export function NobodyFound() {
  const { search, set } = useMembersSearch()
  const clear = () => set({ q: undefined, role: undefined, inactive: undefined, page: undefined })
  return (
    <EmptyState
      icon={SearchX}
      title="Nobody matches"
      action={isFiltered(search) && <Button onClick={clear}>Clear search and filters</Button>}
    >
      Search looks at names, email addresses, usernames, titles and roles. Try fewer letters, or fewer
      filters.
    </EmptyState>
  )
}

/** The organization has nobody but the reader. */
export function OnlyYou({ name, onInvite }: { name: string; onInvite: () => void }) {
  return (
    <EmptyState
      icon={UserPlus}
      title="Only you so far"
      action={
        <Button variant="primary" icon={UserPlus} onClick={onInvite}>
          Invite people
        </Button>
      }
    >
      Invite the people who belong to {name}. They choose their own password and get the role that you give
      them.
    </EmptyState>
  )
}
