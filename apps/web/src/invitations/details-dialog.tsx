import { Ellipsis } from 'lucide-react'
import { RoleBadge } from '../members/role-badge.tsx'
import { Button } from '../ui/button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { Name } from '../ui/name.tsx'
import { Time } from '../ui/time.tsx'
import { DeliveryFacts } from './delivery-facts.tsx'
import { whyNotAct } from './may.ts'
import { PlacesFacts } from './places-facts.tsx'
import { rowMenu } from './row-menu.ts'
import type { InvitationsDialog } from './search.ts'
import { useStanding } from './standing.ts'
import { StatusBadges } from './status-badges.tsx'
import { statusSentence } from './status-sentences.ts'
import { statusWords } from './status-words.ts'
import { type Listed, recipientOf } from './types.ts'

type DetailsDialogProps = {
  row: Listed
  onClose: () => void
  onOpen: (dialog: InvitationsDialog) => void
  onCopyLink: () => void
}

/** Everything about an invitation: whether it was delivered, opened, answered, and what can be done (D44, D45). */
export function DetailsDialog({ row, onClose, onOpen, onCopyLink }: DetailsDialogProps) {
  const { organization, standing } = useStanding()
  const { mail } = standing
  const none = <span className="text-ink-faint">None</span>

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={<bdi dir="ltr">{recipientOf(row)}</bdi>}
      footer={
        row.actions.length > 0 && (
          <>
            <Menu
              label={`Actions for ${recipientOf(row)}`}
              align="start"
              side="top"
              sections={rowMenu(row, { organization, standing, onOpen, onCopyLink })}
              trigger={<Button icon={Ellipsis}>More</Button>}
            />
            <span className="flex-1" />
            {row.actions.includes('copy-link') && (
              <Button onClick={onCopyLink} disabledReason={whyNotAct('copy-link', row, standing)}>
                Copy link
              </Button>
            )}
            <Button onClick={() => onOpen('resend')} disabledReason={whyNotAct('resend', row, standing)}>
              Resend
            </Button>
          </>
        )
      }
    >
      <DefinitionList
        items={[
          {
            term: 'Status',
            value: (
              <>
                <span className="flex flex-wrap items-center gap-1">
                  <StatusBadges row={row} mail={mail} />
                </span>
                <span className="mt-1 block text-ink-muted">{statusSentence(row, mail)}</span>
              </>
            ),
          },
          { term: 'Role', value: <RoleBadge role={row.role} /> },
          { term: 'Leads to', value: <PlacesFacts row={row} /> },
          {
            term: 'Sent',
            value: (
              <>
                <Time at={row.sentAt} /> by <Name>{row.invitedBy.name}</Name>
              </>
            ),
          },
          { term: 'Mail', value: <DeliveryFacts delivery={row.delivery} mail={mail} /> },
          {
            term: 'Link opened',
            value: row.openedAt === null ? 'Not yet' : <Time at={row.openedAt} />,
          },
          row.closedAt === null
            ? { term: 'Expires', value: row.expiresAt === null ? 'Never' : <Time at={row.expiresAt} /> }
            : { term: statusWords(row, mail).label, value: <Time at={row.closedAt} /> },
          {
            term: 'Message',
            value: row.message ? <p className="whitespace-pre-line">{row.message}</p> : none,
          },
        ]}
      />
    </Dialog>
  )
}
