import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['roles']

/** A role with what it allows and how often it is held. */
export type ListedRole = Outputs['list'][number]
/** Who gains and loses what when a role changes. */
export type RoleChange = Outputs['changePreview']
export type Holder = Outputs['holders']['items'][number]

/** Names a role in the fragment of an address: its key, or its id where it is a custom one. */
export function roleAnchor({ key, id }: Pick<ListedRole, 'key' | 'id'>): string {
  return `role-${key ?? id}`
}
