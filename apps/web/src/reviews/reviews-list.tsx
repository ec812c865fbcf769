import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { count, counted } from '../ui/number.ts'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import type { ListedReview } from './types.ts'
import { STATES, scopeText } from './words.ts'

/** All of them: what they look at, how far they are, and until when. */
export function ReviewsList({
  reviews,
  empty,
}: {
  reviews: readonly ListedReview[] | undefined
  empty: ReactNode
}) {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const columns = useMemo(
    (): readonly Column<ListedReview>[] => [
      {
        id: 'name',
        header: 'Review',
        phone: 'title',
        cell: (review) => (
          <Link
            to="/$organization/reviews/$review"
            params={{ organization, review: review.id }}
            className="group/entry flex min-w-0 flex-col rounded-control leading-4.5"
          >
            <span className="flex min-w-0 items-center gap-2">
              <span className="flex min-w-0 group-hover/entry:underline">
                <Name strong>{review.name}</Name>
              </span>
              {review.yours > 0 && (
                <Badge meaning="accent">{counted(review.yours, 'waits for you', 'wait for you')}</Badge>
              )}
            </span>
            <span className="truncate text-ink-muted text-xs">{scopeText(review, here.name, label)}</span>
          </Link>
        ),
      },
      {
        id: 'state',
        header: 'State',
        width: 'w-28',
        cell: ({ state }) => <Badge meaning={STATES[state].meaning}>{STATES[state].label}</Badge>,
      },
      {
        id: 'decided',
        header: 'Decided',
        width: 'w-44',
        phoneLabel: 'decided',
        cell: ({ decided, items }) => (
          <span className="flex items-center gap-2">
            <span
              aria-hidden
              className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-pressed max-sm:hidden"
            >
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(100 * decided) / items}%` }}
              />
            </span>
            {count(decided)} of {count(items)}
          </span>
        ),
      },
      {
        id: 'deadline',
        header: 'Until',
        width: 'w-32',
        phoneLabel: 'until',
        cell: ({ state, deadline, closedAt }) =>
          state === 'open' ? (
            <Time at={deadline} />
          ) : (
            closedAt !== null && (
              <span className="text-ink-muted">
                <Time at={closedAt} as="date" />
              </span>
            )
          ),
      },
    ],
    [organization, here.name, label],
  )
  return (
    <Table<ListedReview>
      caption={`Access reviews of ${here.name}`}
      columns={columns}
      rows={reviews}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      expected={4}
      empty={empty}
    />
  )
}
