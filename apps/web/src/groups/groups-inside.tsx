import { FolderTree, FolderX, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Table } from '../ui/table.tsx'
import { groupColumns } from './columns.tsx'
import type { GroupDetails, ListedGroup } from './types.ts'
import { useGroupSearch } from './use-groups-search.ts'

/** The groups directly inside a group. */
export function GroupsInside({ details }: { details: GroupDetails }) {
  const { organization, whyNot } = useHere()
  const { set } = useGroupSearch()
  const list = trpc.groups.children.useQuery({ organization, group: details.id })
  const columns = useMemo(() => groupColumns(organization), [organization])
  const whyNotChange = whyNot('groups.manage')
  const put = (
    <Button
      variant="primary"
      icon={Plus}
      onClick={() => set({ dialog: 'nest' })}
      disabledReason={whyNotChange}
    >
      Put a group in
    </Button>
  )
  if (list.error && !list.data) {
    return <NotLoaded what="groups inside" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      {list.data?.length !== 0 && <div className="mb-3 flex justify-end">{put}</div>}
      <Table<ListedGroup>
        caption={`Groups inside ${details.name}`}
        columns={columns}
        rows={list.data}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        expected={details.groups || 3}
        menu={({ id }) => [
          {
            items: [
              {
                label: 'Take out',
                icon: FolderX,
                danger: true,
                onSelect: () => set({ dialog: 'unnest', child: id }),
                disabledReason: whyNotChange,
              },
            ],
          },
        ]}
        empty={
          <EmptyState icon={FolderTree} title="No groups inside" action={put}>
            Put a group in, and everybody in that group gets what this one gives.
          </EmptyState>
        }
      />
    </>
  )
}
