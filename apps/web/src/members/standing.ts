import type { MemberId, Permission } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { ListedRole } from './types.ts'

/** What decides about the reader's actions here: who they are, what they hold, and what roles allow. */
export type Standing = {
  me: MemberId
  permissions: readonly Permission[]
  roles: readonly Pick<ListedRole, 'id' | 'key' | 'permissions' | 'members'>[]
  /** Whether the server can send mail at all. */
  mail: boolean
}

/** The reader's standing, the roles of the organization least powerful first, and where all this is. */
export function useStanding() {
  const { organization, here, may } = useHere()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  const [status] = trpc.identity.status.useSuspenseQuery({})
  const standing: Standing = {
    me: here.me.member,
    permissions: here.permissions,
    roles,
    mail: status.mail !== 'none',
  }
  return { organization, here, may, roles, standing }
}
