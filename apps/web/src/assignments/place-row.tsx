import { SlidersHorizontal, X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Name } from '../ui/name.tsx'
import type { ChosenPlace, Draft } from './draft.ts'
import { RoleSelect } from './role-select.tsx'
import type { Role } from './types.ts'

type PlaceRowProps = {
  place: ChosenPlace
  draft: Draft
  roles: readonly Role[]
  onChange: (place: ChosenPlace) => void
  onRemove: () => void
}

/** A project: its role, and behind "Configure" the role of each person in it (D11). */
export function PlaceRow({ place, draft, roles, onChange, onRemove }: PlaceRowProps) {
  const [open, setOpen] = useState(false)
  const panel = useId()
  const own = Object.keys(place.own).length
  return (
    <li className="flex flex-col gap-2 px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 basis-32 text-sm">
          <Name strong>{place.name}</Name>
        </span>
        <span className="w-full sm:w-52">
          <RoleSelect
            label={`Role in ${place.name}`}
            roles={roles}
            value={place.role}
            otherwise="The role for all"
            onChange={(role) => onChange({ ...place, role })}
          />
        </span>
        <span className="flex flex-1 sm:w-36 sm:flex-none">
          <Button
            size="small"
            icon={SlidersHorizontal}
            aria-expanded={open}
            aria-controls={panel}
            onClick={() => setOpen(!open)}
          >
            Configure…{own > 0 && ` (${own})`}
          </Button>
        </span>
        <IconButton icon={X} size="small" label={`Leave out ${place.name}`} onClick={onRemove} />
      </div>
      {open && (
        <ul
          id={panel}
          className="flex max-h-56 flex-col gap-1.5 overflow-y-auto rounded-control bg-sunken p-2"
        >
          {draft.subjects.length === 0 && <li className="text-ink-muted text-sm">Choose people first.</li>}
          {draft.subjects.map((subject) => (
            <li key={subject.id} className="flex flex-wrap items-center gap-2 text-sm">
              <span className="min-w-0 flex-1 basis-32">
                <Name>{subject.name}</Name>
              </span>
              <span className="w-full sm:w-52">
                <RoleSelect
                  label={`Role of ${subject.name} in ${place.name}`}
                  roles={roles}
                  value={place.own[subject.id]}
                  otherwise={`As in ${place.name}`}
                  onChange={(choice) => {
                    const { [subject.id]: _, ...others } = place.own
                    onChange({ ...place, own: choice ? { ...others, [subject.id]: choice } : others })
                  }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
