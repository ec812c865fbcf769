import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['audit']

/** An entry of the trail, with what its ids are called today. */
export type AuditItem = Outputs['list']['items'][number]
export type AuditPerson = NonNullable<AuditItem['actor']>
export type Verification = Outputs['verify']
