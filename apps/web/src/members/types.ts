import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>

/** A person as the list shows them. */
export type Member = Outputs['members']['list']['items'][number]
/** A person with how they came and who gave them their role. */
export type MemberInFull = Outputs['members']['get']
/** A role with what it allows and whether the reader may give it. */
export type ListedRole = Outputs['roles']['list'][number]
/** What an offboarding ended, and what proves it. */
export type Evidence = Outputs['members']['offboardEvidence']
