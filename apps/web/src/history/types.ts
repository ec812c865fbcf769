import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['history']

/** A person as they stood on some day. */
export type PersonThen = Outputs['person']
/** A role they had that day, and where from. */
export type RoleThen = PersonThen['roles'][number]
/** Somebody who was in a project that day. */
export type ProjectMemberThen = Outputs['projectMembers']['items'][number]
/** Something that is different at the end of one day from the end of another. */
export type Change = Outputs['changes']['items'][number]
