import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['domains']

/** A domain as the settings show it. */
export type ListedDomain = Outputs['list'][number]
/** An organization that lets one in by one's address. */
export type Joinable = Outputs['joinable'][number]
