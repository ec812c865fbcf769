import type { UserId } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { FileClock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../api/client.ts'
import { EntryRow } from '../../audit/entry-row.tsx'
import { EntrySkeletons } from '../../audit/entry-skeletons.tsx'
import type { AuditItem } from '../../audit/types.ts'
import { useHere } from '../../organizations/here.ts'
import { ListPager } from '../../pages/list-pager.tsx'
import { PAGE_SIZE } from '../../pages/list-search.ts'
import { NotLoaded } from '../../pages/not-loaded.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { usePersonSearch } from './use-person-search.ts'

const UndoDialog = lazy(() =>
  import('../../audit/undo-dialog.tsx').then((file) => ({ default: file.UndoDialog })),
)

/** Everything the trail tells of somebody: what they did and what was done to them, newest first. */
export function History({ user, name }: { user: UserId; name: string }) {
  const { organization, here } = useHere()
  const { search, set } = usePersonSearch()
  const { page = 1, size = PAGE_SIZE } = search
  const list = trpc.audit.list.useQuery(
    { organization, person: user, page, pageSize: size },
    { placeholderData: keepPreviousData },
  )
  const [undoing, setUndoing] = useState<AuditItem>()
  if (list.error && !list.data) {
    return <NotLoaded what="history" error={list.error} onRetry={() => void list.refetch()} />
  }
  const items = list.data?.items
  return (
    <>
      <p className="mb-3 text-ink-muted text-sm">
        What <bdi>{name}</bdi> did and what was done to them.{' '}
        <TextLink link={{ to: '/$organization/audit', params: { organization }, search: { person: user } }}>
          Filter it in the audit trail
        </TextLink>
      </p>
      <div
        aria-busy={!items || list.isPlaceholderData}
        className="overflow-clip rounded-card border border-line bg-surface"
      >
        {!items && <EntrySkeletons entries={5} />}
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
        {items?.length === 0 && (
          <EmptyState icon={FileClock} title="No entries">
            Nothing was recorded about them in {here.name} yet.
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
