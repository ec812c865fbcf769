import { Refusal } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { FolderPlus } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Button } from '../ui/button.tsx'
import type { ChosenPlace, Draft } from './draft.ts'
import { PickList } from './pick-list.tsx'
import { PlaceRow } from './place-row.tsx'
import type { Role } from './types.ts'

const OFFERED = 5

type PlacesFieldProps = {
  draft: Draft
  roles: readonly Role[]
  onChange: (places: readonly ChosenPlace[]) => void
}

/** The projects, each with the role for all or its own, and more of them. */
export function PlacesField({ draft, roles, onChange }: PlacesFieldProps) {
  const { places } = draft
  const label = useProjectLabel()
  const [adding, setAdding] = useState(places.length === 0)
  return (
    <section aria-label={label.Many} className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">{label.Many}</h3>
      {places.length > 0 && (
        <ul className="divide-y divide-line rounded-control border border-line">
          {places.map((place) => (
            <PlaceRow
              key={place.id}
              place={place}
              draft={draft}
              roles={roles}
              onChange={(next) => onChange(places.map((one) => (one.id === next.id ? next : one)))}
              onRemove={() => onChange(places.filter(({ id }) => id !== place.id))}
            />
          ))}
        </ul>
      )}
      {adding ? (
        <PickPlace taken={places} onPick={(place) => onChange([...places, place])} />
      ) : (
        <span>
          <Button size="small" icon={FolderPlus} onClick={() => setAdding(true)}>
            Add {label.many}
          </Button>
        </span>
      )}
    </section>
  )
}

function PickPlace({
  taken,
  onPick,
}: {
  taken: readonly ChosenPlace[]
  onPick: (place: ChosenPlace) => void
}) {
  const { organization } = useHere()
  const label = useProjectLabel()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const list = trpc.projects.list.useQuery(
    { organization, search: search || undefined, pageSize: OFFERED + taken.length },
    { placeholderData: keepPreviousData },
  )
  const known = new Set<string>(taken.map(({ id }) => id))
  const left = list.data?.items.filter(({ id }) => !known.has(id)).slice(0, OFFERED)
  // All of them are chosen: there is nothing to say any more.
  if (left?.length === 0 && search === '' && taken.length > 0) return null
  return (
    <PickList
      label={`Search ${label.many}`}
      text={text}
      onType={type}
      found={left?.map(({ id, name, description, permissions }) => ({
        ...{ id, name, detail: description },
        disabledReason: permissions.includes('project.members.manage')
          ? undefined
          : new Refusal('not-permitted').message,
      }))}
      nothing={search ? `No ${label.one} matches.` : `There are no more ${label.many} to choose.`}
      onPick={(id) => {
        const place = left?.find((one) => one.id === id)
        if (place) onPick({ id: place.id, name: place.name, own: {} })
      }}
    />
  )
}
