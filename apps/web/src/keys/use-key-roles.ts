import { Refusal } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { ListedRole } from '../roles/types.ts'
import type { KeyAt, KeyFor } from './types.ts'

/** The roles that can be the ceiling of a key made for somebody at some place, and why others cannot. */
export function useKeyRoles({ account, at }: { account: KeyFor | undefined; at: KeyAt | undefined }) {
  const { organization, here } = useHere()
  const { data: roles } = trpc.roles.list.useQuery(
    at ? { organization, level: 'project', project: at.id } : { organization },
  )
  function whyNotRole(role: ListedRole): string | undefined {
    const owner = role.level === 'organization' && role.key === 'owner'
    if (owner && account) return new Refusal('owner-is-a-person').message
    if (owner && here.role.id !== role.id) return new Refusal('beyond-your-own').message
    return role.refusal ?? undefined
  }
  return { roles, whyNotRole }
}
