import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['organizations']

/** The organization as the reader stands in it. */
export type Here = Outputs['get']
/** What the home page shows at a glance. */
export type Overview = Outputs['overview']
export type Suggestion = Overview['suggestions'][number]
