import { keepPreviousData } from '@tanstack/react-query'
import { ClipboardCheck } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTicked } from '../pages/ticked.ts'
import { BulkBar } from '../ui/bulk-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { itemColumns } from './item-columns.tsx'
import { itemName } from './item-name.ts'
import { itemsInput, type ReviewTab } from './search.ts'
import type { ReviewDetails, ReviewItem } from './types.ts'
import { useDecide } from './use-decide.ts'
import { useReviewSearch } from './use-reviews-search.ts'

const DecisionDialog = lazy(() =>
  import('./decision-dialog.tsx').then((file) => ({ default: file.DecisionDialog })),
)
const idOf = ({ id }: ReviewItem) => id
const LABELS = { yours: 'Yours', undecided: 'Undecided', decided: 'Decided', all: 'All' } as const

/** The accesses under review: one's own to decide about, one by one or those that are ticked, and the others. */
export function ItemsList({ review }: { review: ReviewDetails }) {
  const { organization, here, may } = useHere()
  const seesMembers = may('members.read')
  const { search, set } = useReviewSearch()
  const open = review.state === 'open'
  const asked = review.reviewers.some(({ person }) => person.user === here.me.user)
  // Who does not read reviews sees what they decide about, and nothing of the others.
  const tabs: readonly ReviewTab[] = !may('reviews.read')
    ? ['yours']
    : open
      ? [...(asked ? (['yours'] as const) : []), 'undecided', 'decided', 'all']
      : ['all', 'decided', 'undecided']
  const tab = tabs.find((known) => known === search.tab) ?? tabs[0] ?? 'all'
  const list = trpc.reviews.items.useQuery(itemsInput({ organization, review: review.id }, tab, search), {
    placeholderData: keepPreviousData,
  })
  const ticked = useTicked(`${tab}${search.left ?? ''}`, idOf)
  const { decide, pending, refusals } = useDecide(review)
  const rows = list.data?.items
  const chosen = [...ticked.rows.values()]
  const about = search.of ? (rows ?? []).filter(({ id, yours }) => yours && id === search.of) : chosen
  const levels = new Set(chosen.map(({ project }) => project === null))
  const columns = useMemo(
    () =>
      itemColumns({
        ...{ organization, name: here.name, seesMembers, review, refusals, pending },
        onDecide: (item, decision) => {
          if (decision === 'keep') void decide([item], { decision })
          else set({ decide: decision, of: item.id })
        },
      }),
    [organization, here.name, seesMembers, review, refusals, pending, decide, set],
  )

  if (list.error && !list.data) {
    return <NotLoaded what="accesses" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      <div className="mb-3">
        <Tabs
          label="Accesses"
          tabs={tabs.map((each) => ({
            label: LABELS[each],
            link: {
              to: '/$organization/reviews/$review',
              params: { organization, review: review.id },
              search: { tab: each === tabs[0] ? undefined : each },
            },
            count: countOf(each, review),
            current: tab === each,
          }))}
        />
      </div>
      {tab === 'yours' && open && (
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <Checkbox
            checked={search.left ?? false}
            onChange={(left) => set({ left: left || undefined, page: undefined })}
            label="Only what is left"
          />
          <p className="text-ink-muted text-sm max-sm:hidden">
            On a button: <Kbd>K</Kbd> keeps, <Kbd>C</Kbd> changes, <Kbd>R</Kbd> revokes, arrows move.
          </p>
        </div>
      )}
      <Table<ReviewItem>
        caption={`${LABELS[tab]}: accesses under review`}
        columns={columns}
        rows={rows}
        rowId={idOf}
        rowName={itemName}
        expected={Math.min(search.size ?? 25, review.items)}
        refreshing={list.isPlaceholderData}
        selection={
          open && asked
            ? {
                selected: new Set(ticked.rows.keys()),
                onChange: (ids) => ticked.tick(ids, rows ?? []),
                disabledReason: ({ yours, decision }) =>
                  yours
                    ? undefined
                    : decision
                      ? 'It is decided already.'
                      : 'It is for another reviewer to decide.',
              }
            : undefined
        }
        bulkBar={
          <BulkBar selected={chosen.length} onClear={ticked.clear}>
            <Button
              size="small"
              pending={pending && !search.decide}
              onClick={() => void decide(chosen, { decision: 'keep' }).then(ticked.untick)}
            >
              Keep
            </Button>
            <Button size="small" onClick={() => set({ decide: 'keep', of: undefined })}>
              Keep with a note…
            </Button>
            <Button
              size="small"
              onClick={() => set({ decide: 'change', of: undefined })}
              disabledReason={
                levels.size > 1 ? 'Tick roles at the organization or roles in projects, not both.' : undefined
              }
            >
              Change role…
            </Button>
            <Button size="small" onClick={() => set({ decide: 'revoke', of: undefined })}>
              Revoke…
            </Button>
          </BulkBar>
        }
        empty={
          <EmptyState
            icon={ClipboardCheck}
            title={tab === 'undecided' ? 'Everything is decided' : NOTHING[tab]}
          >
            {tab === 'yours' && 'What you decided is under “Decided”.'}
          </EmptyState>
        }
      />
      <ListPager
        list={list.data && { ...list.data, totalIsCapped: false }}
        size={search.size}
        onTurn={(to) => set(to, { toTop: true })}
      />
      {search.decide && about.length > 0 && (
        <Suspense>
          <DecisionDialog
            key={search.decide}
            decision={search.decide}
            items={about}
            pending={pending}
            onDecide={async (said) => {
              const done = await decide(about, said)
              ticked.untick(done)
              set({ decide: undefined, of: undefined })
            }}
            onClose={() => set({ decide: undefined, of: undefined })}
          />
        </Suspense>
      )}
    </>
  )
}

const NOTHING = {
  yours: 'Nothing is left for you',
  decided: 'Nothing is decided yet',
  undecided: 'Nothing is undecided',
  all: 'Nothing was reviewed',
} as const satisfies Record<ReviewTab, string>

function countOf(tab: ReviewTab, { yours, items, decided }: ReviewDetails): number {
  if (tab === 'yours') return yours
  if (tab === 'all') return items
  return tab === 'decided' ? decided : items - decided
}
