import type { InvitationAction } from '@roster/domain'
import { CalendarPlus, Info, Link, type LucideIcon, Send, Trash2, Undo2, UserCog, Users } from 'lucide-react'
import type { MenuItem, MenuSection } from '../ui/menu-types.ts'
import { whyNotAct } from './may.ts'
import type { InvitationsDialog } from './search.ts'
import type { Standing } from './standing.ts'
import { type Listed, recipientOf } from './types.ts'

const LOOKS = {
  resend: { label: 'Resend', icon: Send },
  extend: { label: 'Extend', icon: CalendarPlus },
  edit: { label: 'Edit', icon: UserCog },
  'copy-link': { label: 'Copy link', icon: Link },
  revoke: { label: 'Revoke', icon: Undo2, danger: true },
  delete: { label: 'Delete', icon: Trash2, danger: true },
} as const satisfies Record<InvitationAction, { label: string; icon: LucideIcon; danger?: true }>

const ORDER = ['resend', 'extend', 'edit', 'copy-link', 'revoke', 'delete'] as const

type RowMenuProps = {
  organization: string
  standing: Standing
  onOpen: (dialog: InvitationsDialog) => void
  onCopyLink: () => void
}

/** What can be done with an invitation in its status (D16–D19), and why not where the reader may not. */
export function rowMenu(row: Listed, props: RowMenuProps): readonly MenuSection[] {
  const { organization, standing, onOpen, onCopyLink } = props
  const items = ORDER.filter((action) => row.actions.includes(action)).map((action) => ({
    ...LOOKS[action],
    onSelect: action === 'copy-link' ? onCopyLink : () => onOpen(action),
    disabledReason: whyNotAct(action, row, standing),
  }))
  const danger = items.filter((item) => 'danger' in item)
  const plain = items.filter((item) => !('danger' in item))
  const others: readonly MenuItem[] = [
    ...(row.status === 'accepted' ? [inMembers(row, organization)] : []),
    { label: 'Details', icon: Info, onSelect: () => onOpen('details') },
  ]
  return [{ items: [...plain, ...others] }, ...(danger.length > 0 ? [{ items: danger }] : [])]
}

function inMembers(row: Listed, organization: string): MenuItem {
  const q = recipientOf(row).replace(/^@/, '')
  return {
    label: 'Show in members',
    icon: Users,
    link: { to: '/$organization/members', params: { organization }, search: { q } },
  }
}
