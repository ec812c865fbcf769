import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['insights']

export type Hint = Outputs['hints'][number]
