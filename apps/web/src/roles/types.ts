import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

/** A role with what it allows and how many hold it. */
export type ListedRole = inferRouterOutputs<AppRouter>['roles']['list'][number]

/** Names a role in the fragment of an address: its key, or its id where it is a custom one. */
export function roleAnchor({ key, id }: Pick<ListedRole, 'key' | 'id'>): string {
  return `role-${key ?? id}`
}
