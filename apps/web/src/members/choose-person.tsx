import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { counted } from '../ui/number.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { RoleBadge } from './role-badge.tsx'
import type { Member } from './types.ts'
import { useTyped } from './use-typed.ts'

const OFFERED = 6

type ChoosePersonProps = {
  chosen: Pick<Member, 'member'> | undefined
  onChoose: (member: Member) => void
  /** Why somebody cannot be chosen; undefined when they can. */
  whyNot?: ((person: Member) => string | undefined) | undefined
}

/** Picks somebody else of the organization as the new owner, of it or of one of its projects (C4). */
export function ChoosePerson({ chosen, onChoose, whyNot }: ChoosePersonProps) {
  const { organization } = useHere()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const list = trpc.members.list.useQuery(
    { organization, search: search || undefined, pageSize: OFFERED },
    { placeholderData: keepPreviousData },
  )
  const found = list.data?.items.filter(({ you }) => !you) ?? []

  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">The new owner</p>
      <SearchInput
        label="Search name, email, username"
        value={text}
        onChange={type}
        result={search ? `${counted(found.length, 'person', 'people')} found` : undefined}
      />
      {found.length > 0 ? (
        <RadioCards
          label="The new owner"
          hideLabel
          value={chosen?.member}
          onChange={(id) => {
            const person = found.find(({ member }) => member === id)
            if (person) onChoose(person)
          }}
          options={found.map((person) => ({
            value: person.member,
            label: <bdi>{person.name}</bdi>,
            sentence: person.email ?? (person.username && `@${person.username}`),
            aside: <RoleBadge role={person.role} />,
            disabledReason: whyNot?.(person),
          }))}
        />
      ) : (
        <p className="py-2 text-ink-muted text-sm">
          {list.isPending
            ? 'Looking…'
            : search
              ? 'Nobody matches.'
              : 'There is nobody else here yet. Invite somebody first.'}
        </p>
      )}
    </div>
  )
}
