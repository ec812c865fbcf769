import type { Permission } from '@roster/domain'
import { Copy, Pencil, Trash2, Users } from 'lucide-react'
import type { MenuSection } from '../ui/menu-types.ts'
import { whyNotCreate, whyNotDelete, whyNotEdit } from './may.ts'
import type { RolesDialog } from './search.ts'
import type { ListedRole } from './types.ts'

type About = { permissions: readonly Permission[]; onOpen: (dialog: RolesDialog) => void }

/** What can be done to a role; what cannot stays and says why. */
export function roleMenu(role: ListedRole, { permissions, onOpen }: About): readonly MenuSection[] {
  return [
    {
      items: [
        {
          label: 'Edit role',
          icon: Pencil,
          onSelect: () => onOpen('edit'),
          disabledReason: whyNotEdit(role, permissions),
        },
        {
          label: 'Clone role',
          icon: Copy,
          onSelect: () => onOpen('clone'),
          disabledReason: whyNotCreate(permissions),
        },
        ...(permissions.includes('members.read')
          ? [{ label: 'See who holds it', icon: Users, onSelect: () => onOpen('holders') }]
          : []),
      ],
    },
    {
      items: [
        {
          label: 'Delete role',
          icon: Trash2,
          danger: true,
          onSelect: () => onOpen('delete'),
          disabledReason: whyNotDelete(role, permissions),
        },
      ],
    },
  ]
}
