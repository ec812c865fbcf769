import { WhoMayDialog } from '../checks/who-may-dialog.tsx'
import { useHere } from '../organizations/here.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { HoldersDialog } from './holders-dialog.tsx'
import { whyNotCreate, whyNotDelete, whyNotEdit } from './may.ts'
import { NewRoleDialog } from './new-role-dialog.tsx'
import { useRoles } from './use-roles.ts'
import { useRolesSearch } from './use-roles-search.ts'

/** Whatever the address says is open over the page. What the reader may not do does not open. */
export function RolesDialogs() {
  const { here, may } = useHere()
  const { roles } = useRoles()
  const { search, set } = useRolesSearch()
  const close = () => set({ dialog: undefined, of: undefined, kind: undefined, page: undefined })
  const role = roles.find(({ id }) => id === search.of)
  const mine = here.permissions

  if (search.dialog === 'new' && !whyNotCreate(mine)) return <NewRoleDialog onClose={close} />
  if (search.dialog === 'who' && may('members.read')) return <WhoMayDialog onClose={close} />
  if (!role) return null
  if (search.dialog === 'clone' && !whyNotCreate(mine)) return <NewRoleDialog like={role} onClose={close} />
  if (search.dialog === 'edit' && !whyNotEdit(role, mine)) return <EditDialog role={role} onClose={close} />
  if (search.dialog === 'delete' && !whyNotDelete(role, mine))
    return <DeleteDialog role={role} onClose={close} />
  if (search.dialog === 'holders' && may('members.read')) return <HoldersDialog role={role} onClose={close} />
  return null
}
