import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>

/** A request as whoever may answer it sees it. */
export type ListedRequest = Outputs['requests']['list']['items'][number]
/** A request of one's own. */
export type MyRequest = Outputs['requests']['mine'][number]
