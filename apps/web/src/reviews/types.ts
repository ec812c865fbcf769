import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>

/** A review as the list shows it. */
export type ListedReview = Outputs['reviews']['list'][number]
/** A review with its terms and how far it is. */
export type ReviewDetails = Outputs['reviews']['get']
/** One access under review. */
export type ReviewItem = Outputs['reviews']['items']['items'][number]
