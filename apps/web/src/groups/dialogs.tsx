import { lazy, Suspense } from 'react'
import type { GroupDetails } from './types.ts'
import { useGroupSearch } from './use-groups-search.ts'

const AddPeopleDialog = lazy(() =>
  import('./add-people-dialog.tsx').then((file) => ({ default: file.AddPeopleDialog })),
)
const NestDialog = lazy(() => import('./nest-dialog.tsx').then((file) => ({ default: file.NestDialog })))
const UnnestDialog = lazy(() =>
  import('./unnest-dialog.tsx').then((file) => ({ default: file.UnnestDialog })),
)
const AssignToGroup = lazy(() =>
  import('./assign-to-group.tsx').then((file) => ({ default: file.AssignToGroup })),
)
const DeleteDialog = lazy(() =>
  import('./delete-dialog.tsx').then((file) => ({ default: file.DeleteDialog })),
)

/** Whatever the address says is open over a group's page. Its code comes when it is opened. */
export function GroupDialogs({ details }: { details: GroupDetails }) {
  const { search, set } = useGroupSearch()
  const close = () => set({ dialog: undefined, of: undefined, child: undefined, at: undefined })
  return (
    <Suspense>
      {search.dialog === 'add' && <AddPeopleDialog group={details} onClose={close} />}
      {search.dialog === 'nest' && <NestDialog group={details} onClose={close} />}
      {search.dialog === 'unnest' && search.child && (
        <UnnestDialog group={details} child={search.child} onClose={close} />
      )}
      {search.dialog === 'assign' && <AssignToGroup group={details} at={search.at} onClose={close} />}
      {search.dialog === 'delete' && <DeleteDialog group={details} onClose={close} />}
    </Suspense>
  )
}
