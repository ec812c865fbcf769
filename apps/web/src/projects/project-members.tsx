import { keepPreviousData } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { Endings } from '../assignments/endings.tsx'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTicked } from '../pages/ticked.ts'
import { Table } from '../ui/table.tsx'
import { memberColumns } from './member-columns.tsx'
import { memberMenu } from './member-menu.ts'
import { MembersBulkBar } from './members-bulk-bar.tsx'
import { MembersToolbar } from './members-toolbar.tsx'
import { NobodyHere } from './nobody-here.tsx'
import { filterKey, membersInput, showsSome } from './search.ts'
import type { Project, ProjectMember } from './types.ts'
import { useProjectSearch } from './use-projects-search.ts'
import { whyNotRemove } from './why-not-remove.ts'

const AssignDialog = lazy(() =>
  import('../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)
const RemoveMembersDialog = lazy(() =>
  import('./remove-members-dialog.tsx').then((file) => ({ default: file.RemoveMembersDialog })),
)

const idOf = ({ member }: ProjectMember) => member

const ProjectMembersAsOf = lazy(() =>
  import('../history/project-members-as-of.tsx').then((file) => ({ default: file.ProjectMembersAsOf })),
)

/** Everybody in the project: now, or on the day that the address says. */
export function ProjectMembers({ project }: { project: Project }) {
  const { search, set } = useProjectSearch()
  if (!search.asOf) return <PresentMembers project={project} />
  return (
    <Suspense>
      <ProjectMembersAsOf project={project} day={search.asOf} search={search} onChange={set} />
    </Suspense>
  )
}

/** Everybody in it now, direct and through-group access told apart, and what the reader may do about them. */
function PresentMembers({ project }: { project: Project }) {
  const { organization, may } = useHere()
  const { search, set } = useProjectSearch()
  const at = { organization, project: project.id }
  const [roles] = trpc.roles.list.useSuspenseQuery({ ...at, level: 'project' })
  const list = trpc.projects.members.useQuery(membersInput(at, search), { placeholderData: keepPreviousData })
  const ticked = useTicked(filterKey(search), idOf)
  const explained = may('members.read')
  const columns = useMemo(
    () => memberColumns(organization, project, explained),
    [organization, project, explained],
  )
  const rows = list.data?.items
  const known = new Map([...ticked.rows.values(), ...(rows ?? [])].map((row) => [row.member, row]))
  const managing = project.permissions.includes('project.members.manage') && !project.archived
  const nobody = list.data?.total === 0 && !showsSome(search)
  const about = search.of
    ? [known.get(search.of)].filter((row) => row !== undefined)
    : [...ticked.rows.values()]
  const close = () => set({ dialog: undefined, of: undefined })

  if (list.error && !list.data) {
    return <NotLoaded what="people" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      {explained && (
        <div className="mb-4 empty:hidden">
          <Endings project={project.id} />
        </div>
      )}
      {!nobody && (
        <MembersToolbar
          project={project}
          roles={roles}
          found={list.isPlaceholderData ? undefined : list.data?.total}
        />
      )}
      <Table<ProjectMember>
        caption={`People in ${project.name}`}
        columns={columns}
        rows={rows}
        rowId={idOf}
        rowName={({ name }) => name}
        expected={Math.min(Math.max(project.members, 1), 10)}
        refreshing={list.isPlaceholderData}
        selection={
          managing
            ? {
                selected: new Set(ticked.rows.keys()),
                onChange: (ids) => ticked.tick(ids, rows ?? []),
                disabledReason: (row) => whyNotRemove(row, project),
              }
            : undefined
        }
        bulkBar={
          <MembersBulkBar
            selected={ticked.rows.size}
            onClear={ticked.clear}
            onOpen={(dialog) => set({ dialog, of: undefined })}
          />
        }
        menu={(row) => memberMenu(row, project, (dialog) => set({ dialog, of: row.member }))}
        empty={<NobodyHere project={project} />}
      />
      {!nobody && <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />}
      {search.dialog === 'role' && managing && about.length > 0 && (
        <Suspense>
          <AssignDialog
            subjects={about.map(({ member, name }) => ({ kind: 'member', id: member, name }))}
            projects={[{ id: project.id, name: project.name }]}
            title={`Change ${about.length === 1 ? 'a role' : 'roles'} in ${project.name}`}
            onClose={close}
            onDone={ticked.clear}
          />
        </Suspense>
      )}
      {search.dialog === 'remove' && about.length > 0 && (
        <Suspense>
          <RemoveMembersDialog project={project} people={about} onClose={close} onDone={ticked.untick} />
        </Suspense>
      )}
    </>
  )
}
