import { lazy, Suspense } from 'react'
import { trpc } from '../../api/client.ts'
import { useHere } from '../../organizations/here.ts'
import { OpenDialog } from '../open-dialog.tsx'
import type { MemberInFull } from '../types.ts'
import { usePersonSearch } from './use-person-search.ts'

const AssignDialog = lazy(() =>
  import('../../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)
const TakeAwayDialog = lazy(() =>
  import('./take-away-dialog.tsx').then((file) => ({ default: file.TakeAwayDialog })),
)
const TakeOutDialog = lazy(() =>
  import('../../groups/take-out-dialog.tsx').then((file) => ({ default: file.TakeOutDialog })),
)

/** Whatever the address says is open over somebody's page. Its code comes when it is opened. */
export function PersonDialogs({ person }: { person: MemberInFull }) {
  const { organization } = useHere()
  const { search, set } = usePersonSearch()
  const { dialog, at, take, leave } = search
  const { member, name } = person
  const access = trpc.assignments.effective.useQuery(
    { organization, member },
    { enabled: Boolean(at ?? take) },
  )
  const groups = trpc.groups.ofMember.useQuery({ organization, member }, { enabled: leave !== undefined })
  const close = () => set({ dialog: undefined, at: undefined, take: undefined, leave: undefined })
  const given = [...(access.data?.because ?? []), ...(access.data?.expired ?? [])]
  const where = given.find(({ project }) => project?.id === at)?.project
  const taken = given.find(({ assignment }) => assignment === take)
  const group = groups.data?.find((one) => one.group.id === leave)?.group

  return (
    <Suspense>
      {dialog === 'assign' && at && where && (
        <AssignDialog
          subjects={[{ kind: 'member', id: member, name }]}
          projects={[where]}
          title={`Change the role of ${name} in ${where.name}`}
          onClose={close}
        />
      )}
      {dialog && !(dialog === 'assign' && at) && (
        <OpenDialog
          dialog={dialog}
          about={[person]}
          onClose={close}
          onDone={() => undefined}
          onInstead={(next) => set({ dialog: next })}
        />
      )}
      {taken && <TakeAwayDialog person={person} because={taken} onClose={close} />}
      {group && <TakeOutDialog group={group} people={[person]} onClose={close} onDone={() => undefined} />}
    </Suspense>
  )
}
