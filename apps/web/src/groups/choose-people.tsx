import type { GroupId, MemberId } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import type { Candidate } from './types.ts'

type ChoosePeopleProps = {
  group: GroupId
  chosen: ReadonlyMap<MemberId, Candidate>
  onChange: (chosen: ReadonlyMap<MemberId, Candidate>) => void
}

/** Finds people of the organization and ticks any number of them, one search after another. */
export function ChoosePeople({ group, chosen, onChange }: ChoosePeopleProps) {
  const { organization } = useHere()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const { data: found } = trpc.groups.candidates.useQuery(
    { organization, group, search },
    { placeholderData: keepPreviousData },
  )
  const tick = (person: Candidate, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(person.member, person)
    else next.delete(person.member)
    onChange(next)
  }
  return (
    <div className="flex flex-col gap-2">
      <SearchInput
        label="Search name, email, username"
        value={text}
        onChange={type}
        autoFocus
        result={search && found ? `${counted(found.length, 'person', 'people')} found` : undefined}
      />
      <ul
        aria-label="People found"
        className="min-h-40 divide-y divide-line rounded-control border border-line px-3"
      >
        {found?.map((person) => (
          <li key={person.member}>
            <Checkbox
              checked={person.inGroup || chosen.has(person.member)}
              onChange={(on) => tick(person, on)}
              disabledReason={person.inGroup ? 'They are in the group already.' : undefined}
              label={<Name>{person.name}</Name>}
              hint={[person.email, person.inGroup && 'in it already'].filter(Boolean).join(' · ')}
            />
          </li>
        ))}
        {found?.length === 0 && <li className="py-2 text-ink-muted text-sm">Nobody matches.</li>}
      </ul>
      {chosen.size > 0 && (
        <ul aria-label="Chosen" className="flex flex-wrap gap-1.5">
          {[...chosen.values()].map((person) => (
            <li
              key={person.member}
              className="inline-flex max-w-full items-center gap-1 rounded-full border border-accent-line bg-accent-tint pl-2.5 text-accent-ink text-sm"
            >
              <Name>{person.name}</Name>
              <IconButton
                icon={X}
                size="small"
                label={`Leave out ${person.name}`}
                onClick={() => tick(person, false)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
