import type { ProjectId } from '@roster/domain'
import { KeyRound, Network } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useProjectLabel } from '../projects/label.ts'
import { aOf } from '../projects/label-of.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { MenuSection } from '../ui/menu-types.ts'
import { counted } from '../ui/number.ts'
import { Table } from '../ui/table.tsx'
import { accessColumns } from './access-columns.tsx'
import type { GroupAccess, GroupDetails } from './types.ts'
import { useGroupSearch } from './use-groups-search.ts'

/** Where a group gives access, by itself and by the groups around it, each with why. */
export function Access({ details }: { details: GroupDetails }) {
  const { organization } = useHere()
  const { set } = useGroupSearch()
  const label = useProjectLabel()
  const list = trpc.groups.access.useQuery({ organization, group: details.id })
  const give = (
    <Button variant="primary" icon={KeyRound} onClick={() => set({ dialog: 'assign', at: undefined })}>
      Give it a role in {aOf(label)}
    </Button>
  )
  if (list.error && !list.data) {
    return <NotLoaded what="access" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-muted text-sm">What everybody in this group holds, and why.</p>
        {list.data?.items.length !== 0 && give}
      </div>
      <Table<GroupAccess>
        caption={`Where ${details.name} gives access`}
        columns={accessColumns(organization)}
        rows={list.data?.items}
        rowId={({ assignment }) => assignment}
        rowName={({ role, project }) => `${role.name} in ${project?.name ?? 'the organization'}`}
        expected={3}
        menu={(access) => accessMenu(access, organization, (at) => set({ dialog: 'assign', at }))}
        empty={
          <EmptyState icon={KeyRound} title="No access yet" action={give}>
            {details.around.length === 0
              ? 'Neither this group nor a group around it holds a role.'
              : 'Neither this group nor one of the groups around it holds a role.'}
          </EmptyState>
        }
      />
      {list.data && list.data.hidden > 0 && (
        <p className="mt-3 text-ink-muted text-sm">
          And {counted(list.data.hidden, 'role', 'roles')} in projects that are not yours to see.
        </p>
      )}
    </>
  )
}

/** What the group holds itself can be changed here; what comes from around it, there. */
function accessMenu(
  { project, through }: GroupAccess,
  organization: string,
  onChange: (at: ProjectId) => void,
): readonly MenuSection[] {
  const change = project && {
    label: 'Change or take away',
    icon: KeyRound,
    onSelect: () => onChange(project.id),
    disabledReason: through ? `It comes through ${through.name}. Change it there.` : undefined,
  }
  const show = through && {
    label: (
      <>
        Show <bdi>{through.name}</bdi>
      </>
    ),
    id: 'show',
    icon: Network,
    link: {
      to: '/$organization/groups/$group',
      params: { organization, group: through.id },
      search: { tab: 'access' },
    } as const,
  }
  return [{ items: [...(change ? [change] : []), ...(show ? [show] : [])] }]
}
