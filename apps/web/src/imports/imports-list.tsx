import { Link } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { Meaning } from '../ui/meaning.ts'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { ListedImport } from './types.ts'

const STATES = {
  loading: { label: 'Not all here', meaning: 'warning' },
  running: { label: 'Not finished', meaning: 'warning' },
  finished: { label: 'Finished', meaning: 'success' },
  cancelled: { label: 'Cancelled', meaning: 'neutral' },
} as const satisfies Record<ListedImport['state'], { label: string; meaning: Meaning | 'neutral' }>

/** The imports there were, each leading to what came of it; the newest first. */
export function ImportsList({ items }: { items: readonly ListedImport[] }) {
  const { organization, here } = useHere()
  if (items.length === 0) {
    return (
      <EmptyState icon={FileUp} title="No imports yet">
        A file brings many people into {here.name} at once, with their roles, groups and projects.
      </EmptyState>
    )
  }
  return (
    <ul className="divide-y divide-line">
      {items.map(({ id, name, state, done, total, createdBy, createdAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm">
          <Link
            to="/$organization/settings/import"
            params={{ organization }}
            search={{ import: id }}
            className="flex min-w-0 flex-1 basis-48 text-accent-ink hover:underline"
          >
            <Name strong>{name}</Name>
          </Link>
          <Badge meaning={STATES[state].meaning}>{STATES[state].label}</Badge>
          <span className="text-ink-muted tabular-nums">
            {count(done)} of {count(total)} rows
          </span>
          <span className="flex min-w-0 gap-1 text-ink-muted">
            {createdBy && <Name>{createdBy.name}</Name>} · <Time at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}
