import { MailPlus, SearchX, UserPlus } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { isNarrowed, NO_FILTERS } from './search.ts'
import { useInvitationsSearch } from './use-invitations-search.ts'

type NothingProps = {
  /** Whether anybody was ever invited. */
  ever: boolean
  /** How many the list has, though not on this page. */
  total: number
}

/** The list has no rows: nothing is there yet, nothing is open, or nothing matches. */
export function Nothing({ ever, total }: NothingProps) {
  const { here, may } = useHere()
  const { search, set } = useInvitationsSearch()
  if (total > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing on this page any more"
        action={<Button onClick={() => set({ page: undefined })}>Go to the first page</Button>}
      >
        Invitations were answered or closed meanwhile.
      </EmptyState>
    )
  }
  if (isNarrowed(search) || search.status !== undefined) {
    return (
      <EmptyState
        icon={SearchX}
        title="No invitation matches"
        action={<Button onClick={() => set(NO_FILTERS)}>Clear search and filters</Button>}
      >
        {search.status === undefined
          ? 'Only open invitations are searched. Choose another status to see closed ones.'
          : 'Try fewer filters, or another status.'}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={MailPlus}
      title={ever ? 'No open invitations' : 'Nobody has been invited yet'}
      action={
        may('invitations.send') && (
          <Button variant="primary" icon={UserPlus} onClick={() => set({ invite: true })}>
            Invite people
          </Button>
        )
      }
    >
      {ever
        ? `Everybody has answered. Those who accepted are in Members of ${here.name}.`
        : `Invitations to ${here.name} stand here until they are answered.`}
    </EmptyState>
  )
}
