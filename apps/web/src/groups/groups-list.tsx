import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Table } from '../ui/table.tsx'
import { groupColumns } from './columns.tsx'
import { NoneFound, NoneYet } from './nothing.tsx'
import { listInput } from './search.ts'
import type { ListedGroup } from './types.ts'
import { useGroupsSearch } from './use-groups-search.ts'

/** Search, the table and the pager. */
export function GroupsList({ onCreate }: { onCreate: () => void }) {
  const { organization, here } = useHere()
  const { search, set } = useGroupsSearch()
  const [text, type] = useTyped(search.q ?? '', (q) =>
    set({ q: q || undefined, page: undefined }, { replace: true }),
  )
  const list = trpc.groups.list.useQuery(listInput(organization, search), {
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => groupColumns(organization), [organization])
  const total = list.isPlaceholderData ? undefined : list.data?.total
  const none = list.data?.total === 0 && search.q === undefined

  if (list.error && !list.data) {
    return <NotLoaded what="groups" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      {!none && (
        <div className="mb-3">
          <SearchInput
            label="Search names and descriptions"
            value={text}
            onChange={type}
            result={
              search.q && total !== undefined ? `${counted(total, 'group', 'groups')} found` : undefined
            }
          />
        </div>
      )}
      <Table<ListedGroup>
        caption={`Groups of ${here.name}`}
        columns={columns}
        rows={list.data?.items}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        expected={5}
        refreshing={list.isPlaceholderData}
        empty={
          search.q ? (
            <NoneFound onClear={() => set({ q: undefined, page: undefined })} />
          ) : (
            <NoneYet onCreate={onCreate} />
          )
        }
      />
      {!none && <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />}
    </>
  )
}
