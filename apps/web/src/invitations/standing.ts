import type { Permission } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { ListedRole } from './types.ts'

/** What decides about the reader's actions here: what they hold, what roles allow, and whether mail goes out. */
export type Standing = {
  permissions: readonly Permission[]
  roles: readonly Pick<ListedRole, 'id' | 'refusal'>[]
  mail: 'smtp' | 'mailbox' | 'none'
}

/** The reader's standing, the roles of the organization least powerful first, and where all this is. */
export function useStanding() {
  const { organization, here, may } = useHere()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
  const standing: Standing = { permissions: here.permissions, roles, mail }
  return { organization, here, may, roles, standing }
}
