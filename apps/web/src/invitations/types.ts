import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>

/** An invitation as the list shows it. */
export type Listed = Outputs['invitations']['list']['items'][number]
/** What sending would say of a recipient. */
export type Verdict = Outputs['invitations']['check'][number]
/** What sending said of a recipient. */
export type SendOutcome = Outputs['invitations']['send'][number]
/** A role with what it allows and whether the reader may give it. */
export type ListedRole = Outputs['roles']['list'][number]

/** Who an invitation is for, as its senders know them. */
export function recipientOf({ recipient }: Pick<Listed, 'recipient'>): string {
  if (recipient.email === null && recipient.username === null) return 'somebody whose data was purged'
  return recipient.email ?? `@${recipient.username}`
}
