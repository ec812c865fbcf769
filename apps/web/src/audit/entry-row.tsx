import { ChevronRight, Cog } from 'lucide-react'
import { useId } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { Time } from '../ui/time.tsx'
import { describe } from './describe.tsx'
import { EntryDetails } from './entry-details.tsx'
import type { AuditItem } from './types.ts'

type EntryRowProps = {
  item: AuditItem
  organization: string
  open: boolean
  onToggle: () => void
  onUndo: () => void
}

/** An entry in a sentence; unfolded, everything that was recorded. */
export function EntryRow({ item, organization, open, onToggle, onUndo }: EntryRowProps) {
  const id = useId()
  return (
    <li className="border-line border-b last:border-b-0">
      <div className="relative flex items-start gap-3 px-4 py-2.5 hover:bg-hover has-[button:focus-visible]:bg-hover has-[button[aria-expanded=true]]:bg-hover">
        {item.actor ? (
          <Avatar id={item.actor.user} name={item.actor.name} photo={item.actor.avatar} />
        ) : (
          <span className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-ink-faint">
            <Cog aria-hidden className="size-4" />
          </span>
        )}
        <div className="flex min-w-0 flex-1 flex-col gap-x-4 sm:min-h-7 sm:flex-row sm:items-center sm:justify-between">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={onToggle}
            // The whole row is the target; what lies over it keeps its own hover.
            className="min-w-0 text-left text-ink-muted text-sm [overflow-wrap:anywhere] after:absolute after:inset-0 after:-outline-offset-2 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {describe(item)}
          </button>
          <span className="relative shrink-0 self-start text-ink-muted text-xs leading-5 sm:self-center">
            <Time at={item.at} />
          </span>
        </div>
        <ChevronRight
          aria-hidden
          className={cx('mt-1.5 size-4 shrink-0 text-ink-faint transition-transform', open && 'rotate-90')}
        />
      </div>
      {open && (
        <div id={id} className="border-line border-t px-4 py-3 sm:pl-14">
          <EntryDetails item={item} organization={organization} onUndo={onUndo} />
        </div>
      )}
    </li>
  )
}
