import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type InvitationsSearch, invitationsSearch } from './search.ts'

type How = {
  /** Takes the place of the present entry in the history: for what changes while one types. */
  replace?: boolean | undefined
  /** Goes to the top: for another page of the list. */
  toTop?: boolean | undefined
}

/** The state of the page in its address, and the way to change parts of it. */
export function useInvitationsSearch() {
  const search = useSearch({ from: '/signed-in/$organization/members/invitations' })
  const navigate = useNavigate({ from: '/$organization/members/invitations' })
  const set = useCallback(
    (part: InvitationsSearch, { replace = false, toTop = false }: How = {}) =>
      void navigate({
        to: '.',
        search: (before) => invitationsSearch({ ...before, ...part }),
        replace,
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}
