import type { MemberId, UserId } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { PickList } from '../assignments/pick-list.tsx'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { counted } from '../ui/number.ts'
import { PickedList } from './picked-list.tsx'

export type Reviewer = { member: MemberId; user: UserId; name: string }

type ReviewersFieldProps = {
  reviewers: readonly Reviewer[]
  onChange: (reviewers: readonly Reviewer[]) => void
  /** How many each would decide about, as far as it is known. */
  shares: ReadonlyMap<UserId, number> | undefined
  error: string | undefined
}

const OFFERED = 5

/** Who decides: members, found by search, each with their share. */
export function ReviewersField({ reviewers, onChange, shares, error }: ReviewersFieldProps) {
  const { organization } = useHere()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const people = trpc.members.list.useQuery(
    { organization, search: search || undefined, pageSize: 25 },
    { placeholderData: keepPreviousData },
  )
  const taken = new Set(reviewers.map(({ member }) => member))
  const found = people.data?.items.filter(({ member }) => !taken.has(member)).slice(0, OFFERED)
  return (
    <section aria-label="Reviewers" className="flex flex-col gap-2">
      <div>
        <h3 className="font-medium text-sm">Who decides</h3>
        <p className="text-ink-muted text-sm">
          They take turns, and nobody gets their own access. Each decides by their own rights: choose people
          who may change and remove others here.
        </p>
      </div>
      <PickedList
        label="Chosen reviewers"
        picked={reviewers.map(({ member, user, name }) => ({
          ...{ id: member, name },
          note: shares && counted(shares.get(user) ?? 0, 'access', 'accesses'),
        }))}
        onRemove={(id) => onChange(reviewers.filter(({ member }) => member !== id))}
      />
      <PickList
        label="Search people"
        text={text}
        onType={type}
        found={found?.map(({ member, name, email, username, role }) => ({
          ...{ id: member, name },
          detail: [role.name, email ?? (username && `@${username}`)].filter(Boolean).join(' · '),
        }))}
        nothing={search ? 'Nobody matches.' : 'There is nobody else to choose.'}
        onPick={(id) => {
          const person = found?.find(({ member }) => member === id)
          if (person)
            onChange([...reviewers, { member: person.member, user: person.user, name: person.name }])
        }}
      />
      <div role="alert" className="contents">
        {error && <p className="text-danger-ink text-sm">{error}</p>}
      </div>
    </section>
  )
}
