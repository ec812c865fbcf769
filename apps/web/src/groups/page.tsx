import { Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ClosedGroups } from './closed.tsx'
import { GroupsList } from './groups-list.tsx'
import { useGroupsSearch } from './use-groups-search.ts'

const CreateDialog = lazy(() =>
  import('./create-dialog.tsx').then((file) => ({ default: file.CreateDialog })),
)

/** The groups of the organization (I17). */
export function GroupsPage() {
  const { here, may, whyNot } = useHere()
  const { search, set } = useGroupsSearch()
  useTitle(`Groups · ${here.name}`)
  if (!may('groups.read')) return <ClosedGroups />
  const create = () => set({ create: true })
  return (
    <>
      <PageHeader
        title="Groups"
        subtitle={
          <>
            People of <bdi>{here.name}</bdi> who get the same access together.
          </>
        }
        actions={
          <Button variant="primary" icon={Plus} onClick={create} disabledReason={whyNot('groups.manage')}>
            Create group
          </Button>
        }
      />
      <GroupsList onCreate={create} />
      {search.create && may('groups.manage') && (
        <Suspense>
          <CreateDialog onClose={() => set({ create: undefined })} />
        </Suspense>
      )}
    </>
  )
}
