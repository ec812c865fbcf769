import type { ProjectId } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { MailOpen, UserPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import { RoleBadge } from '../members/role-badge.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useProjectLabel } from '../projects/label.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { invitationColumns } from './columns.tsx'
import { rowMenu } from './row-menu.ts'
import type { InvitationsDialog } from './search.ts'
import { useStanding } from './standing.ts'
import { type Listed, recipientOf } from './types.ts'
import { useCopyLink } from './use-copy-link.tsx'
import { useTarget } from './use-target.ts'

const InviteDialog = lazy(() =>
  import('./invite-dialog.tsx').then((file) => ({ default: file.InviteDialog })),
)
const RowDialog = lazy(() => import('./row-dialog.tsx').then((file) => ({ default: file.RowDialog })))

const PAGE_SIZE = 25
const nothing = () => undefined

/** The role that the invitation gives in this project; the one at the organization stands in its details. */
const roleIn =
  (project: ProjectId) =>
  ({ places }: Listed) => {
    const here = places.projects.find((one) => one.project.id === project)
    return here && <RoleBadge role={here.role} />
  }

type ProjectInvitationsProps = { project: { id: ProjectId; name: string; archived: boolean } }

/**
 * Who is invited to a project and has not answered yet: invite to it, resend, edit, revoke (C12, C14, C15). Whoever
 * accepts becomes a member of the organization and of the project in one step.
 */
export function ProjectInvitations({ project }: ProjectInvitationsProps) {
  const { organization, here, may, standing } = useStanding()
  const { one } = useProjectLabel()
  const [page, setPage] = useState(1)
  const [inviting, setInviting] = useState(false)
  const [open, setOpen] = useState<{ dialog: InvitationsDialog; of: Listed['id'] }>()
  const reads = may('invitations.read')
  const list = trpc.invitations.list.useQuery(
    { organization, project: project.id, page, pageSize: PAGE_SIZE },
    { placeholderData: keepPreviousData, enabled: reads },
  )
  const [projectRoles] = trpc.roles.list.useSuspenseQuery({
    organization,
    level: 'project',
    project: project.id,
  })
  const usual = projectRoles.find(({ offered }) => offered)
  const { copyLink, shownLink } = useCopyLink()
  const target = useTarget(open?.of, list.data?.items ?? [])

  const whyNot = !may('invitations.send')
    ? `Inviting people to ${here.name} is for those who manage its members.`
    : project.archived
      ? `This ${one} is archived: nobody joins it. Restore it first.`
      : usual === undefined
        ? 'There is no role here that you may give.'
        : undefined
  const invite = (
    <Button icon={UserPlus} disabledReason={whyNot} onClick={() => setInviting(true)}>
      Invite to this {one}
    </Button>
  )
  if (!reads) {
    return (
      <Callout title="Who is invited is not open to you">
        The invitations of {here.name} are for those who manage its members.
      </Callout>
    )
  }
  if (list.error && !list.data) {
    return <NotLoaded what="invitations" error={list.error} onRetry={() => void list.refetch()} />
  }
  const rows = list.data?.items
  const details = ({ id }: Listed) => setOpen({ dialog: 'details', of: id })
  const columns = invitationColumns(standing.mail, details).map(({ sort: _, ...column }) =>
    column.id === 'role' ? { ...column, cell: roleIn(project.id) } : column,
  )
  const none = rows?.length === 0 && page === 1
  return (
    <>
      {!none && <div className="mb-3 flex justify-end">{invite}</div>}
      <Table<Listed>
        caption={`Invitations to ${project.name}`}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowName={(row) => `the invitation for ${recipientOf(row)}`}
        expected={3}
        refreshing={list.isPlaceholderData}
        menu={(row) =>
          rowMenu(row, {
            organization,
            standing,
            onOpen: (dialog) => setOpen({ dialog, of: row.id }),
            onCopyLink: () => void copyLink(row),
          })
        }
        empty={
          <EmptyState icon={MailOpen} title={`Nobody is invited to this ${one}`} action={invite}>
            Whoever is not in {here.name} yet joins it and the {one} in one step by accepting.
          </EmptyState>
        }
      />
      {(list.data?.total ?? 0) > PAGE_SIZE && (
        <Pager page={page} pageSize={PAGE_SIZE} total={list.data?.total ?? 0} onPage={setPage} />
      )}
      <Suspense>
        {inviting && usual && (
          <InviteDialog
            open
            onOpenChange={setInviting}
            startAt={{ id: project.id, name: project.name, role: usual.id, until: '' }}
          />
        )}
        {open && target && (
          <RowDialog
            dialog={open.dialog}
            row={target}
            mail={standing.mail}
            onOpen={(dialog) => setOpen({ dialog, of: target.id })}
            onClose={() => setOpen(undefined)}
            onDone={nothing}
            onCopyLink={() => void copyLink(target)}
          />
        )}
      </Suspense>
      {shownLink}
    </>
  )
}
