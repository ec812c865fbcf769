import { keepPreviousData } from '@tanstack/react-query'
import { FileClock, SearchX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { PAGE_SIZE } from '../pages/list-search.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { counted } from '../ui/number.ts'
import { EntryRow } from './entry-row.tsx'
import { EntrySkeletons } from './entry-skeletons.tsx'
import { isFiltered, listInput } from './search.ts'
import { Toolbar } from './toolbar.tsx'
import type { AuditItem } from './types.ts'
import { useAuditSearch } from './use-audit-search.ts'
import { usePersonName } from './use-person-name.ts'

const UndoDialog = lazy(async () => ({ default: (await import('./undo-dialog.tsx')).UndoDialog }))

/** The trail, newest first, with its filters and its pages. */
export function AuditList({ organization }: { organization: string }) {
  const { search, set, filter } = useAuditSearch()
  const list = trpc.audit.list.useQuery(listInput(organization, search), {
    placeholderData: keepPreviousData,
  })
  const personName = usePersonName(search.person, list.data?.items)
  const { size = PAGE_SIZE } = search
  const items = list.data?.items
  const [undoing, setUndoing] = useState<AuditItem>()

  if (list.error && !list.data) {
    return <NotLoaded what="trail" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      <Toolbar
        organization={organization}
        personName={personName}
        found={list.data && `${counted(list.data.total, 'entry', 'entries')} found`}
      />
      <div
        aria-busy={!items || list.isPlaceholderData}
        className={cx(
          'overflow-clip rounded-card border border-line bg-surface transition-opacity',
          list.isPlaceholderData && 'opacity-60',
        )}
      >
        {!items && <EntrySkeletons entries={Math.min(size, 10)} />}
        {items && items.length > 0 && (
          <ol aria-label="Entries, newest first">
            {items.map((item) => (
              <EntryRow
                key={item.id}
                item={item}
                organization={organization}
                open={search.entry === item.sequence}
                onUndo={() => setUndoing(item)}
                onToggle={() =>
                  set(
                    { entry: search.entry === item.sequence ? undefined : item.sequence },
                    { replace: true },
                  )
                }
              />
            ))}
          </ol>
        )}
        {items?.length === 0 && isFiltered(search) && (
          <EmptyState
            icon={SearchX}
            title="No entry matches"
            action={
              <Button
                onClick={() =>
                  filter({ person: undefined, action: undefined, from: undefined, to: undefined })
                }
              >
                Clear filters
              </Button>
            }
          >
            Choose another person, another action or other dates.
          </EmptyState>
        )}
        {items?.length === 0 && !isFiltered(search) && (
          <EmptyState
            icon={FileClock}
            title="No entries on this page"
            action={<Button onClick={() => set({ page: undefined })}>Go to the first page</Button>}
          >
            Every change of people, roles, invitations and settings leaves an entry here.
          </EmptyState>
        )}
      </div>
      <ListPager
        list={list.data}
        size={search.size}
        onTurn={(to) => set({ ...to, entry: undefined }, { toTop: true })}
      />
      {undoing && (
        <Suspense>
          <UndoDialog item={undoing} onClose={() => setUndoing(undefined)} />
        </Suspense>
      )}
    </>
  )
}
