import { keepPreviousData } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import { rowMenu } from '../invitations/row-menu.ts'
import type { InvitationsDialog } from '../invitations/search.ts'
import { useStanding } from '../invitations/standing.ts'
import { StatusBadges } from '../invitations/status-badges.tsx'
import { type Listed, recipientOf } from '../invitations/types.ts'
import { useCopyLink } from '../invitations/use-copy-link.tsx'
import { useTarget } from '../invitations/use-target.ts'
import { Badge } from '../ui/badge.tsx'
import { count } from '../ui/number.ts'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'

const RowDialog = lazy(() =>
  import('../invitations/row-dialog.tsx').then((file) => ({ default: file.RowDialog })),
)

const NEWEST = 5
const nothing = () => undefined

/**
 * The newest open invitations below the members, each with what can be done about it, and the way to all of them
 * (T18, T19). Nothing while there are none.
 */
export function PendingInvitations() {
  const { organization, here, standing } = useStanding()
  const [open, setOpen] = useState<{ dialog: InvitationsDialog; of: Listed['id'] }>()
  const { copyLink, shownLink } = useCopyLink()
  const { data } = trpc.invitations.list.useQuery(
    { organization, status: 'open', sort: 'sent', direction: 'desc', pageSize: NEWEST },
    { placeholderData: keepPreviousData },
  )
  const target = useTarget(open?.of, data?.items ?? [])
  const total = here.totals.invitations ?? 0
  const none = total === 0 || data?.items.length === 0
  if (none && !open) return null

  return (
    <>
      {!none && (
        <section aria-labelledby="pending-invitations" className="mt-6">
          <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
            <h2 id="pending-invitations" className="font-semibold text-lg">
              Pending invitations
            </h2>
            <span className="text-sm">
              <TextLink link={{ to: '/$organization/members/invitations', params: { organization } }}>
                {total > NEWEST ? `All ${count(total)} invitations` : 'All invitations'}
              </TextLink>
            </span>
          </div>
          <Table
            caption="The newest pending invitations"
            rows={data?.items}
            rowId={({ id }) => id}
            rowName={(row) => `the invitation for ${recipientOf(row)}`}
            expected={Math.min(total, NEWEST)}
            columns={columns(standing.mail)}
            menu={(row) =>
              rowMenu(row, {
                organization,
                standing,
                onOpen: (dialog) => setOpen({ dialog, of: row.id }),
                onCopyLink: () => void copyLink(row),
              })
            }
          />
        </section>
      )}
      <Suspense>
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

function columns(mail: ReturnType<typeof useStanding>['standing']['mail']): readonly Column<Listed>[] {
  return [
    { id: 'recipient', header: 'Recipient', phone: 'title', cell: (row) => recipientOf(row) },
    { id: 'role', header: 'Role', width: 'w-28', cell: ({ role }) => <Badge>{role.name}</Badge> },
    {
      id: 'status',
      header: 'Status',
      width: 'w-40',
      cell: (row) => (
        <span className="flex items-center gap-1">
          <StatusBadges row={row} mail={mail} />
        </span>
      ),
    },
    {
      id: 'sent',
      header: 'Sent',
      width: 'w-30',
      phoneLabel: 'sent',
      cell: ({ sentAt }) => <Time at={sentAt} />,
    },
  ]
}
