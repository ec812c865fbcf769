import { EVENT_TYPES } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { Inbox, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { ACTION_NAMES } from '../audit/actions.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { deliveriesInput, isFiltered } from './search.ts'
import type { Delivery, Webhook } from './types.ts'
import { useWebhookSearch } from './use-webhook-search.ts'
import { DELIVERY_STATES, outcomeText } from './words.ts'

/** What was and will be sent, the newest event first. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { organization } = useHere()
  const { search, set } = useWebhookSearch()
  const list = trpc.webhooks.deliveries.useQuery(
    deliveriesInput({ organization, webhook: webhook.id }, search),
    { placeholderData: keepPreviousData },
  )
  const columns = useMemo(
    (): readonly Column<Delivery>[] => [
      {
        id: 'event',
        header: 'Event',
        phone: 'title',
        cell: ({ id, event }) => (
          <button
            type="button"
            onClick={() => set({ delivery: id })}
            className="flex min-w-0 flex-col items-start rounded-control text-start leading-4.5 hover:underline"
          >
            <span className="truncate font-medium">{ACTION_NAMES[event]}</span>
            <code className="truncate font-mono text-ink-muted text-xs">{event}</code>
          </button>
        ),
      },
      {
        id: 'state',
        header: 'State',
        width: 'w-28',
        cell: ({ state }) => (
          <Badge meaning={DELIVERY_STATES[state].meaning}>{DELIVERY_STATES[state].label}</Badge>
        ),
      },
      {
        id: 'outcome',
        header: 'Outcome',
        from: 'md',
        phone: 'hidden',
        cell: (delivery) => <span className="truncate text-ink-muted">{outcomeText(delivery)}</span>,
      },
      {
        id: 'when',
        header: 'When',
        width: 'w-40',
        cell: ({ createdAt, nextAttemptAt, attempts }) =>
          nextAttemptAt !== null && attempts > 0 ? (
            <span className="text-ink-muted">
              again <Time at={nextAttemptAt} />
            </span>
          ) : (
            <Time at={createdAt} />
          ),
      },
    ],
    [set],
  )
  if (list.error && !list.data) {
    return <NotLoaded what="deliveries" error={list.error} onRetry={() => void list.refetch()} />
  }
  const clear = (
    <Button onClick={() => set({ state: undefined, event: undefined, page: undefined })}>
      Clear filters
    </Button>
  )
  return (
    <section aria-labelledby="deliveries">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="deliveries" className="font-semibold text-lg">
          Deliveries
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          <Select
            compact
            aria-label="State"
            value={search.state ?? 'any'}
            options={[
              { value: 'any', label: 'Any state' },
              { value: 'pending', label: DELIVERY_STATES.pending.label },
              { value: 'delivered', label: DELIVERY_STATES.delivered.label },
              { value: 'failed', label: DELIVERY_STATES.failed.label },
            ]}
            onChange={(value) => set({ state: value === 'any' ? undefined : value, page: undefined })}
          />
          <Select
            compact
            aria-label="Event"
            value={search.event ?? 'any'}
            options={[
              { value: 'any', label: 'Any event' },
              ...EVENT_TYPES.map((value) => ({ value, label: ACTION_NAMES[value] })),
            ]}
            onChange={(value) => set({ event: value === 'any' ? undefined : value, page: undefined })}
          />
        </div>
      </div>
      <Table<Delivery>
        caption={`Deliveries of ${webhook.name}, newest first`}
        columns={columns}
        rows={list.data?.items}
        rowId={({ id }) => id}
        rowName={({ event }) => ACTION_NAMES[event]}
        refreshing={list.isPlaceholderData}
        expected={5}
        empty={
          isFiltered(search) ? (
            <EmptyState icon={SearchX} title="No delivery matches" action={clear}>
              Choose another state or another event.
            </EmptyState>
          ) : (
            <EmptyState icon={Inbox} title="Nothing was sent yet">
              {webhook.state === 'off'
                ? 'While it is switched off, nothing will be.'
                : 'What happens from now on shows here. Send a test to see whether the receiver takes it.'}
            </EmptyState>
          )
        }
      />
      <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />
    </section>
  )
}
