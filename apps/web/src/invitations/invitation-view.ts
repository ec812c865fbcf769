import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>

/** An invitation as its page shows it. */
export type InvitationView = Outputs['invitations']['view']
/** An invitation in the account of the person it is for. */
export type MyInvitation = Outputs['invitations']['mine']['open'][number]
/** Who is looking at it. */
export type Visitor = NonNullable<Outputs['identity']['me']>

/** What opens an invitation: its id, and the secret of the link where there was one. */
export type InvitationLink = { invitation: string; secret?: string }
