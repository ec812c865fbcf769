import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

/** A service account as its list and its page show it. */
export type ServiceAccount = inferRouterOutputs<AppRouter>['serviceAccounts']['get']
