import { Refusal } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { Suspense, useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { PAGE_SIZE } from '../pages/list-search.ts'
import { useTicked } from '../pages/ticked.ts'
import { Table } from '../ui/table.tsx'
import { memberColumns } from './columns.tsx'
import { MembersDialogs } from './dialogs.tsx'
import { MembersBulkBar, NobodyFound, NotLoaded, OnlyYou } from './rare.tsx'
import { rowMenu } from './row-menu.ts'
import { filterKey, firstDirection, isFiltered, listInput, type MemberSort } from './search.ts'
import { useStanding } from './standing.ts'
import { Toolbar } from './toolbar.tsx'
import type { Member } from './types.ts'
import { useMembersSearch } from './use-members-search.ts'

const idOf = ({ member }: Member) => member
const PROTECTED = new Refusal('transfer-first').message

/** Search, filters, the table with its menus and bulk bar, the pager, and the dialogs over them. */
export function MembersList() {
  const { organization, here, may, roles, standing } = useStanding()
  const { search, set } = useMembersSearch()
  const list = trpc.members.list.useQuery(listInput(organization, search), {
    placeholderData: keepPreviousData,
  })
  const ticked = useTicked(filterKey(search), idOf)
  const columns = useMemo(() => memberColumns(organization), [organization])
  const rows = list.data?.items
  const fresh = new Map(rows?.map((row) => [row.member, row]))
  const chosen = [...ticked.rows.values()].map((one) => fresh.get(one.member) ?? one)
  const managing = may('members.update') || may('members.remove')
  const { sort = 'name', dir = firstDirection(sort), size = PAGE_SIZE } = search
  const alone = here.totals.members === 1 && !isFiltered(search)
  const invite = () => set({ invite: true })
  const failed = list.error !== null && !list.data

  return (
    <>
      <Toolbar roles={roles} found={list.isPlaceholderData ? undefined : list.data?.total} />
      {failed ? (
        <Suspense>
          <NotLoaded what="members" error={list.error} onRetry={() => void list.refetch()} />
        </Suspense>
      ) : (
        <Table<Member, MemberSort>
          caption={`Members of ${here.name}`}
          columns={columns}
          rows={rows}
          rowId={idOf}
          rowName={({ name }) => name}
          expected={Math.min(size, here.totals.members)}
          refreshing={list.isPlaceholderData}
          sort={{ key: sort, direction: dir === 'asc' ? 'ascending' : 'descending' }}
          onSort={({ key, direction }) =>
            set({ sort: key, dir: direction === 'ascending' ? 'asc' : 'desc', page: undefined })
          }
          selection={
            managing
              ? {
                  selected: new Set(ticked.rows.keys()),
                  onChange: (ids) => ticked.tick(ids, rows ?? []),
                  disabledReason: (row) => (row.protected ? PROTECTED : undefined),
                }
              : undefined
          }
          bulkBar={
            <Suspense>
              <MembersBulkBar
                selected={chosen.length}
                standing={standing}
                onClear={ticked.clear}
                onOpen={(dialog) => set({ dialog, of: undefined })}
              />
            </Suspense>
          }
          menu={(row) =>
            rowMenu(
              row,
              standing,
              (dialog) => set({ dialog, of: row.member }),
              here.policies.projectLabel.many,
            )
          }
          empty={
            <Suspense fallback={<div className="h-65" />}>
              <NobodyFound />
            </Suspense>
          }
        />
      )}
      {alone && may('invitations.send') ? (
        <Suspense>
          <OnlyYou name={here.name} onInvite={invite} />
        </Suspense>
      ) : failed ? null : (
        <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />
      )}
      <MembersDialogs shown={rows ?? []} chosen={chosen} onDone={ticked.untick} />
    </>
  )
}
