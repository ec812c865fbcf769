import { trpc } from '../api/client.ts'
import { readAsSomebodyElse, useArrival } from '../identity/arrival.ts'
import type { InvitationLink } from './invitation-view.ts'
import { sayLeftOut } from './left-out.ts'

/** Joins, and lands in the organization; when it is refused, the page shows how the invitation stands now. */
export function useAccept(link: InvitationLink) {
  const arrive = useArrival()
  const accept = trpc.invitations.accept.useMutation({
    onSuccess(joined) {
      sayLeftOut(joined)
      return arrive(`/${joined.organization}`)
    },
    onError: () => readAsSomebodyElse(),
  })
  return {
    accept: () => accept.mutate(link),
    /** Stays true on the way to the organization. */
    accepting: accept.isPending || accept.isSuccess,
    refused: accept.error,
  }
}
