import {
  ArrowLeftRight,
  FolderKanban,
  KeyRound,
  LogOut,
  PencilLine,
  UserCog,
  UserMinus,
  UserX,
} from 'lucide-react'
import type { MenuSection } from '../ui/menu-types.ts'
import { whyNotChangeRole, whyNotEdit, whyNotRemove, whyNotReset, whyNotTransfer } from './may.ts'
import type { MembersDialog } from './search.ts'
import type { Standing } from './standing.ts'
import type { Member } from './types.ts'

/** What can be done with a member, and why not where it cannot; `open` shows the dialog for it. */
export function rowMenu(
  member: Pick<Member, 'member' | 'role' | 'protected'>,
  standing: Standing,
  open: (dialog: MembersDialog) => void,
  /** What the organization calls its projects. */
  projects = 'projects',
): readonly MenuSection[] {
  const own = member.member === standing.me
  return [
    {
      items: [
        {
          label: 'Change role',
          icon: UserCog,
          onSelect: () => open('role'),
          disabledReason: whyNotChangeRole(member, standing),
        },
        { label: `Assign to ${projects}`, icon: FolderKanban, onSelect: () => open('assign') },
        {
          label: 'Edit title and display name',
          icon: PencilLine,
          onSelect: () => open('edit'),
          disabledReason: whyNotEdit(member, standing),
        },
      ],
    },
    {
      items: [
        // Owners have it already; to them it is no action at all.
        ...(member.protected
          ? []
          : [
              {
                label: 'Transfer ownership',
                icon: ArrowLeftRight,
                onSelect: () => open('transfer'),
                disabledReason: whyNotTransfer(member, standing),
              },
            ]),
        {
          label: 'Send password reset',
          icon: KeyRound,
          onSelect: () => open('reset'),
          disabledReason: whyNotReset(standing),
        },
      ],
    },
    {
      items: own
        ? [{ label: 'Leave organization', icon: LogOut, danger: true, onSelect: () => open('leave') }]
        : [
            {
              label: 'Offboard',
              icon: UserX,
              danger: true,
              onSelect: () => open('offboard'),
              disabledReason: whyNotRemove(member, standing),
            },
            {
              label: 'Remove from organization',
              icon: UserMinus,
              danger: true,
              onSelect: () => open('remove'),
              disabledReason: whyNotRemove(member, standing),
            },
          ],
    },
  ]
}
