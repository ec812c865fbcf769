import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { PAGE_SIZE } from '../pages/list-search.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTicked } from '../pages/ticked.ts'
import { Table } from '../ui/table.tsx'
import { InvitationsBulkBar } from './bulk-bar.tsx'
import { invitationColumns } from './columns.tsx'
import { InvitationsDialogs } from './dialogs.tsx'
import { Nothing } from './nothing.tsx'
import { rowMenu } from './row-menu.ts'
import { filterKey, firstDirection, type InvitationSort, listInput } from './search.ts'
import { useStanding } from './standing.ts'
import { Toolbar } from './toolbar.tsx'
import { type Listed, recipientOf } from './types.ts'
import { useChanged } from './use-changed.ts'
import { useCopyLink } from './use-copy-link.tsx'
import { useExpiring } from './use-expiring.ts'
import { useInvitationsSearch } from './use-invitations-search.ts'
import { useLingering } from './use-lingering.ts'

const idOf = ({ id }: Listed) => id

/** Search, filters, the table with its menus and bulk bar, the pager, and the dialogs over them. */
export function InvitationsList() {
  const { organization, here, may, roles, standing } = useStanding()
  const { search, set } = useInvitationsSearch()
  const input = listInput(organization, search)
  const list = trpc.invitations.list.useQuery(input, { placeholderData: keepPreviousData })
  const { copyLink, shownLink } = useCopyLink()
  const ticked = useTicked(filterKey(search), idOf)
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
  const { sort = 'sent', dir = firstDirection(sort), size = PAGE_SIZE } = search

  if (list.error && !list.data) {
    return <NotLoaded what="invitations" error={list.error} onRetry={() => void list.refetch()} />
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
        rowId={idOf}
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
      <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />
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
