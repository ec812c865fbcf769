import type { ProjectId } from '@roster/domain'
import { KeyRound, Network } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { RoleBadge } from '../members/role-badge.tsx'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useProjectLabel } from '../projects/label.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { MenuSection } from '../ui/menu-types.ts'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
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
      Give it a role in a {label.one}
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
        columns={columns(organization)}
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

function columns(organization: string): readonly Column<GroupAccess>[] {
  return [
    {
      id: 'where',
      header: 'Where',
      phone: 'title',
      cell: ({ project }) =>
        project ? (
          <span className="flex min-w-0 items-center gap-2">
            <TextLink
              link={{ to: '/$organization/projects/$project', params: { organization, project: project.id } }}
            >
              <Name>{project.name}</Name>
            </TextLink>
            {project.archived && <Badge>Archived</Badge>}
          </span>
        ) : (
          'The organization'
        ),
    },
    { id: 'role', header: 'Role', width: 'w-32', cell: ({ role }) => <RoleBadge role={role} /> },
    {
      id: 'why',
      header: 'Why',
      cell: ({ way, by, since, expiresAt }) => (
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-1 text-ink-muted">
          {way.length === 0 ? 'Directly' : 'Through '}
          {way.map(({ id, name }, index) => (
            <span key={id} className="inline-flex min-w-0 max-w-full items-baseline">
              {index > 0 && <span aria-hidden>→&nbsp;</span>}
              <TextLink link={{ to: '/$organization/groups/$group', params: { organization, group: id } }}>
                <Name>{name}</Name>
              </TextLink>
            </span>
          ))}
          <span>
            {by && (
              <>
                by <bdi>{by.name}</bdi>{' '}
              </>
            )}
            <Time at={since} as="date" />
            {expiresAt !== null && (
              <span className="sm:hidden">
                {' '}
                until <Time at={expiresAt} as="date" />
              </span>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'until',
      header: 'Until',
      width: 'w-32',
      phone: 'hidden',
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          <span className="text-ink-faint">no end</span>
        ) : (
          <Time at={expiresAt} as="date" />
        ),
    },
  ]
}
