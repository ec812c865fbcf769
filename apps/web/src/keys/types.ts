import type { AppRouter } from '@roster/api'
import type { MemberId, ProjectId } from '@roster/domain'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['keys']

/** A key as lists show it. */
export type ListedKey = Outputs['list']['items'][number]
/** A key that was just made, with what is shown once. */
export type MadeKey = Outputs['create']

/** A service account that a key is made for. */
export type KeyFor = { member: MemberId; name: string }
/** The one project that a key is made for. */
export type KeyAt = { id: ProjectId; name: string }
