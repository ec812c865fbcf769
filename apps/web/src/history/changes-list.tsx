import { useQueries } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { prefetch } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useMinute } from '../ui/minute.ts'
import { count } from '../ui/number.ts'
import { Table } from '../ui/table.tsx'
import { changeColumns } from './change-columns.tsx'
import type { ChangesSearch } from './search.ts'
import type { Change } from './types.ts'
import { dayText, utcDay } from './utc-day.ts'

const PAGE_SIZE = 50

type ChangesListProps = { days: { from: string; to: string }; search: ChangesSearch }

/** The difference of two days, the latest first. */
export function ChangesList(props: ChangesListProps) {
  // Other days are another list, which begins at its first page.
  return <Changes key={JSON.stringify(props)} {...props} />
}

function Changes({ days, search: { member, project } }: ChangesListProps) {
  const { organization, here } = useHere()
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined])
  const asked = { organization, ...days, member, project, pageSize: PAGE_SIZE }
  const pages = useQueries({
    queries: cursors.map((cursor) => prefetch.history.changes.queryOptions({ ...asked, cursor })),
  })
  const today = utcDay(useMinute())
  const columns = useMemo(() => changeColumns(organization, days.to), [organization, days.to])
  const first = pages[0]?.data
  const last = pages.at(-1)
  const next = last?.data?.nextCursor
  const failed = pages.find((page) => page.error && !page.data)
  if (failed) {
    return <NotLoaded what="changes" error={failed.error} onRetry={() => void failed.refetch()} />
  }
  return (
    <>
      {first && !member && !project && (
        <p className="mb-3 text-ink-muted text-sm">
          {here.name} had <b className="font-medium text-ink">{count(first.from.members)}</b> members at the
          end of {dayText(days.from)} and <b className="font-medium text-ink">{count(first.to.members)}</b>{' '}
          {days.to === today ? 'now' : `at the end of ${dayText(days.to)}`}. What was changed and changed back
          in between is not listed.
        </p>
      )}
      <Table<Change>
        caption={`What changed from ${dayText(days.from)} to ${dayText(days.to)}`}
        columns={columns}
        rows={first && pages.flatMap((page) => page.data?.items ?? [])}
        rowId={({ id }) => id}
        rowName={({ person, subject }) => person?.name ?? subject?.name ?? ''}
        expected={8}
        empty={
          <EmptyState icon={CalendarCheck} title="Nothing changed">
            Everybody has the same roles, groups and projects on both days.
          </EmptyState>
        }
      />
      {(next || (last?.isPending && cursors.length > 1)) && (
        <div className="mt-3 flex justify-center">
          <Button pending={last?.isPending} onClick={() => next && setCursors([...cursors, next])}>
            Show more
          </Button>
        </div>
      )}
    </>
  )
}
