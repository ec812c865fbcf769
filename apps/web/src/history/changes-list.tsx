import { keepPreviousData } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { count } from '../ui/number.ts'
import { Table } from '../ui/table.tsx'
import { changeColumns } from './change-columns.tsx'
import type { ChangesSearch } from './search.ts'
import type { Change } from './types.ts'
import { dayText } from './utc-day.ts'

const PAGE_SIZE = 50

type ChangesListProps = { days: { from: string; to: string }; search: ChangesSearch }

/** The difference of two days, the latest first. */
export function ChangesList({ days, search: { member, project } }: ChangesListProps) {
  const { organization, here } = useHere()
  const list = trpc.history.changes.useInfiniteQuery(
    { organization, ...days, member, project, pageSize: PAGE_SIZE },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
  )
  const columns = useMemo(() => changeColumns(organization, days.to), [organization, days.to])
  const first = list.data?.pages[0]
  if (list.error && !list.data)
    return <NotLoaded what="changes" error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      {first && !member && !project && (
        <p className="mb-3 text-ink-muted text-sm">
          {here.name} had <b className="font-medium text-ink">{count(first.from.members)}</b> members at the
          end of {dayText(first.from.day)} and{' '}
          <b className="font-medium text-ink">{count(first.to.members)}</b>{' '}
          {first.to.day === days.to ? `on ${dayText(first.to.day)}` : 'now'}. What was changed and changed
          back in between is not listed.
        </p>
      )}
      <Table<Change>
        caption={`What changed from ${dayText(days.from)} to ${dayText(days.to)}`}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.items)}
        rowId={({ id }) => id}
        rowName={({ person, subject }) => person?.name ?? subject?.name ?? ''}
        expected={8}
        refreshing={list.isPlaceholderData}
        empty={
          <EmptyState icon={CalendarCheck} title="Nothing changed">
            Everybody has the same roles, groups and projects on both days.
          </EmptyState>
        }
      />
      {list.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  )
}
