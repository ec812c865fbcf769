import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { counted } from '../ui/number.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { whyNotTransfer } from './may.ts'
import { RoleBadge } from './role-badge.tsx'
import { useStanding } from './standing.ts'
import type { Member } from './types.ts'
import { useTyped } from './use-typed.ts'

const OFFERED = 6

type ChoosePersonProps = { chosen: Member | undefined; onChoose: (member: Member) => void }

/** Picks one person of the organization who may become its owner. */
export function ChoosePerson({ chosen, onChoose }: ChoosePersonProps) {
  const { organization, standing } = useStanding()
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
            disabledReason: whyNotTransfer(person, standing),
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
