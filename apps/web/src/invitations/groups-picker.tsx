import { keepPreviousData } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Name } from '../ui/name.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import type { PickedPlaces } from './places.ts'

/** Above this a list to choose from is searched first. */
const LISTED = 100

type GroupsPickerProps = {
  picked: PickedPlaces['groups']
  onChange: (picked: PickedPlaces['groups']) => void
}

/** Groups that people are in from the moment they accept (I11). Nothing for those who see no groups. */
export function GroupsPicker({ picked, onChange }: GroupsPickerProps) {
  const { organization, may } = useHere()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const list = trpc.groups.list.useQuery(
    { organization, search: search || undefined, pageSize: LISTED },
    { placeholderData: keepPreviousData, enabled: may('groups.read') },
  )
  if (!may('groups.read')) return null
  const taken = new Set<string>(picked.map(({ id }) => id))
  const found = list.data?.items.filter(({ id }) => !taken.has(id)) ?? []
  const many = (list.data?.total ?? 0) > LISTED || search !== ''
  const nothing = list.isPending ? 'Looking…' : search ? 'None matches' : 'There is no other group'
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">Groups</p>
      {picked.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {picked.map(({ id, name }) => (
            <li
              key={id}
              className="flex min-w-0 items-center gap-1 rounded-control border border-line pl-2 text-sm"
            >
              <Name>{name}</Name>
              <IconButton
                icon={X}
                label={`Leave out ${name}`}
                onClick={() => onChange(picked.filter((other) => other.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      {many && <SearchInput label="Search groups" value={text} onChange={type} />}
      <Field
        label="Add to a group"
        hideLabel
        hint="In a group they also get what the group holds in projects."
      >
        <Select
          value=""
          placeholder={found.length > 0 ? 'Choose a group' : nothing}
          options={found.map(({ id, name, manages }) => {
            const decides = may('groups.manage') || manages
            return { value: id, label: decides ? name : `${name} (not yours to manage)`, disabled: !decides }
          })}
          onChange={(chosen) => {
            const group = found.find(({ id }) => id === chosen)
            if (group) onChange([...picked, { id: group.id, name: group.name }])
          }}
        />
      </Field>
    </div>
  )
}
