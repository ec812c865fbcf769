import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

/** The text of a letter as it holds now. */
export type ListedTemplate = inferRouterOutputs<AppRouter>['templates']['list'][number]
