import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { InvitationsBulkBar } from './bulk-bar.tsx'
import { invitationColumns } from './columns.tsx'
import { InvitationsDialogs } from './dialogs.tsx'
import { Nothing } from './nothing.tsx'
import { rowMenu } from './row-menu.ts'
import { filterKey, firstDirection, type InvitationSort, listInput, PAGE_SIZES } from './search.ts'
import { useTicked } from './selection.ts'
import { useStanding } from './standing.ts'
import { Toolbar } from './toolbar.tsx'
import { type Listed, recipientOf } from './types.ts'
import { useChanged } from './use-changed.ts'
import { useCopyLink } from './use-copy-link.tsx'
import { useExpiring } from './use-expiring.ts'
import { useInvitationsSearch } from './use-invitations-search.ts'
import { useLingering } from './use-lingering.ts'

/** Search, filters, the table with its menus and bulk bar, the pager, and the dialogs over them. */
export function InvitationsList() {
  const { organization, here, may, roles, standing } = useStanding()
  const { search, set } = useInvitationsSearch()
  const input = listInput(organization, search)
  const list = trpc.invitations.list.useQuery(input, { placeholderData: keepPreviousData })
  const { copyLink, shownLink } = useCopyLink()
  const ticked = useTicked(filterKey(search))
  const columns = useMemo(
    () => invitationColumns(standing.mail, ({ id }) => set({ dialog: 'details', of: id })),
    [standing.mail, set],
  )
  const listed = JSON.stringify(input)
  const own = list.isPlaceholderData ? undefined : list.data?.items
  const rows = useLingering(own, listed, search.status) ?? list.data?.items
  const changed = useChanged(own && rows, listed)
  useExpiring(own, list.refetch)
  const fresh = new Map(rows?.map((row) => [row.id, row]))
  const chosen = [...ticked.rows.values()].map((one) => fresh.get(one.id) ?? one)
  const { sort = 'sent', dir = firstDirection(sort), size = PAGE_SIZES[0] } = search

  if (list.error && !list.data) {
    return (
      <Callout
        meaning="danger"
        title="The invitations could not be loaded"
        announced
        actions={
          <Button size="small" onClick={() => void list.refetch()}>
            Try again
          </Button>
        }
      >
        {sentenceOf(list.error)}
      </Callout>
    )
  }
  return (
    <>
      <Toolbar
        roles={roles}
        senders={list.data?.senders ?? []}
        found={list.isPlaceholderData ? undefined : list.data?.total}
      />
      <Table<Listed, InvitationSort>
        caption={`Invitations to ${here.name}`}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowName={(row) => `the invitation for ${recipientOf(row)}`}
        expected={Math.min(size, here.totals.invitations ?? size) || 3}
        refreshing={list.isPlaceholderData}
        changed={changed}
        sort={{ key: sort, direction: dir === 'asc' ? 'ascending' : 'descending' }}
        onSort={({ key, direction }) =>
          set({ sort: key, dir: direction === 'ascending' ? 'asc' : 'desc', page: undefined })
        }
        selection={
          may('invitations.manage')
            ? {
                selected: new Set(ticked.rows.keys()),
                onChange: (ids) => ticked.tick(ids, rows ?? []),
                disabledReason: ({ actions, status }) =>
                  actions.length === 0 ? `It was ${status}: there is nothing left to do.` : undefined,
              }
            : undefined
        }
        bulkBar={
          <InvitationsBulkBar
            rows={chosen}
            standing={standing}
            onClear={ticked.clear}
            onOpen={(dialog) => set({ dialog, of: undefined })}
          />
        }
        menu={(row) =>
          rowMenu(row, {
            organization,
            standing,
            onOpen: (dialog) => set({ dialog, of: row.id }),
            onCopyLink: () => void copyLink(row),
          })
        }
        empty={<Nothing ever={(list.data?.senders.length ?? 0) > 0} total={list.data?.total ?? 0} />}
      />
      <Pager
        page={list.data?.page ?? 1}
        pageSize={size}
        total={list.data?.total}
        totalIsCapped={list.data?.totalIsCapped}
        pageSizes={PAGE_SIZES}
        onPage={(page) => set({ page }, { toTop: true })}
        onPageSize={(next) =>
          set({ size: PAGE_SIZES.find((known) => known === next), page: undefined }, { toTop: true })
        }
      />
      <InvitationsDialogs
        shown={rows ?? []}
        chosen={chosen}
        standing={standing}
        onDone={ticked.untick}
        onCopyLink={(row) => void copyLink(row)}
      />
      {shownLink}
    </>
  )
}
