import { X } from 'lucide-react'
import { Name } from '../ui/name.tsx'

type Picked = { id: string; name: string; note?: string | undefined }

/** What was chosen, each to be left out again. */
export function PickedList({
  label,
  picked,
  onRemove,
}: {
  label: string
  picked: readonly Picked[]
  onRemove: (id: string) => void
}) {
  if (picked.length === 0) return null
  return (
    <ul aria-label={label} className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
      {picked.map(({ id, name, note }) => (
        <li
          key={id}
          className="inline-flex max-w-full items-center gap-1.5 rounded-full border border-line bg-sunken py-0.5 pr-1 pl-2.5 text-sm"
        >
          <Name>{name}</Name>
          {note && <span className="whitespace-nowrap text-ink-muted text-xs">{note}</span>}
          <button
            type="button"
            aria-label={`Leave out ${name}`}
            onClick={() => onRemove(id)}
            className="grid size-6 shrink-0 place-items-center rounded-full text-ink-muted hover:bg-hover hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  )
}
