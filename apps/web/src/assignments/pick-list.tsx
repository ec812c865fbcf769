import { type LucideIcon, Plus } from 'lucide-react'
import { Name } from '../ui/name.tsx'
import { SearchInput } from '../ui/search-input.tsx'

export type Pickable = {
  id: string
  name: string
  detail?: string | null | undefined
  icon?: LucideIcon | undefined
  disabledReason?: string | undefined
}

type PickListProps = {
  /** What is searched. */
  label: string
  text: string
  onType: (text: string) => void
  /** Undefined while it is looked for. */
  found: readonly Pickable[] | undefined
  /** Said when there is nothing. */
  nothing: string
  onPick: (id: string) => void
}

/** Searches and adds, one press each. */
export function PickList({ label, text, onType, found, nothing, onPick }: PickListProps) {
  return (
    <div className="flex flex-col gap-1.5 rounded-control border border-line bg-sunken p-2">
      <SearchInput
        label={label}
        value={text}
        onChange={onType}
        result={found && text ? `${found.length} found` : undefined}
      />
      {found?.length === 0 && <p className="px-1 py-1 text-ink-muted text-sm">{nothing}</p>}
      {found && found.length > 0 && (
        <ul className="flex flex-col">
          {found.map(({ id, name, detail, icon: Icon, disabledReason }) => (
            <li key={id}>
              <button
                type="button"
                aria-disabled={disabledReason !== undefined || undefined}
                data-tip={disabledReason}
                onClick={() => disabledReason === undefined && onPick(id)}
                className="flex min-h-control w-full min-w-0 items-center gap-2 rounded-control px-2 py-1 text-left text-sm hover:bg-hover aria-disabled:text-ink-faint"
              >
                <Plus aria-hidden className="size-4 shrink-0 text-ink-muted" />
                {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />}
                <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
                  <span className="sr-only">Add </span>
                  <Name>{name}</Name>
                  {detail && <span className="truncate text-ink-muted text-xs">{detail}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
