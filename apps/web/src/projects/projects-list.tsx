import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Table } from '../ui/table.tsx'
import { projectColumns } from './columns.tsx'
import { useProjectLabel } from './label.ts'
import { NoneFound, NoneYet } from './nothing.tsx'
import { projectMenu } from './project-menu.ts'
import { isFiltered, listInput, type ProjectSort } from './search.ts'
import { Toolbar } from './toolbar.tsx'
import type { ListedProject } from './types.ts'
import { useArchiving } from './use-archiving.ts'
import { useProjectsSearch } from './use-projects-search.ts'

const idOf = ({ id }: ListedProject) => id

/** Search, filters, the table and the pager. */
export function ProjectsList({ onCreate }: { onCreate: () => void }) {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const { search, set } = useProjectsSearch()
  const list = trpc.projects.list.useQuery(listInput(organization, search), {
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => projectColumns(organization), [organization])
  const archiving = useArchiving()
  const filtered = isFiltered(search)
  const none = list.data?.total === 0 && !filtered

  if (list.error && !list.data) {
    return <NotLoaded what={label.many} error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      {!none && <Toolbar found={list.isPlaceholderData ? undefined : list.data?.total} />}
      <Table<ListedProject, ProjectSort>
        caption={`${label.Many} of ${here.name}`}
        columns={columns}
        rows={list.data?.items}
        rowId={idOf}
        rowName={({ name }) => name}
        expected={5}
        refreshing={list.isPlaceholderData}
        sort={{
          key: search.sort ?? 'name',
          direction: search.sort === 'created' ? 'descending' : 'ascending',
        }}
        onSort={({ key }) => set({ sort: key === 'name' ? undefined : key, page: undefined })}
        menu={(project) => projectMenu(project, organization, label, archiving)}
        empty={filtered ? <NoneFound /> : <NoneYet onCreate={onCreate} />}
      />
      {!none && <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />}
    </>
  )
}
