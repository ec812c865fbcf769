import { webhookHost } from '@roster/domain'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import type { Webhook } from './types.ts'
import { eventsText, WEBHOOK_STATES } from './words.ts'

type WebhooksListProps = { webhooks: readonly Webhook[] | undefined; empty: ReactNode }

/** All of them: where they send, what, and how that goes. */
export function WebhooksList({ webhooks, empty }: WebhooksListProps) {
  const { organization, here } = useHere()
  const columns = useMemo(
    (): readonly Column<Webhook>[] => [
      {
        id: 'name',
        header: 'Webhook',
        phone: 'title',
        cell: ({ id, name, url }) => (
          <Link
            to="/$organization/settings/webhooks/$webhook"
            params={{ organization, webhook: id }}
            className="group/entry flex min-w-0 flex-col rounded-control leading-4.5"
          >
            <span className="flex min-w-0 group-hover/entry:underline">
              <Name strong>{name}</Name>
            </span>
            <span className="truncate text-ink-muted text-xs">{webhookHost(url)}</span>
          </Link>
        ),
      },
      {
        id: 'events',
        header: 'Events',
        from: 'lg',
        phone: 'hidden',
        cell: ({ events }) => <span className="truncate text-ink-muted">{eventsText(events)}</span>,
      },
      {
        id: 'state',
        header: 'State',
        width: 'w-24',
        cell: ({ state }) => (
          <Badge meaning={WEBHOOK_STATES[state].meaning}>{WEBHOOK_STATES[state].label}</Badge>
        ),
      },
      {
        id: 'success',
        header: 'Last delivered',
        width: 'w-32',
        phoneLabel: 'last delivered',
        cell: ({ lastSuccessAt }) =>
          lastSuccessAt === null ? (
            <span className="text-ink-muted max-sm:lowercase">Never</span>
          ) : (
            <Time at={lastSuccessAt} />
          ),
      },
    ],
    [organization],
  )
  return (
    <Table<Webhook>
      caption={`Webhooks of ${here.name}`}
      columns={columns}
      rows={webhooks}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      expected={2}
      empty={empty}
    />
  )
}
