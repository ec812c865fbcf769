import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type GroupSearch, type GroupsSearch, groupSearch, groupsSearch } from './search.ts'

type How = {
  /** Takes the place of the present entry in the history: for what changes while one types. */
  replace?: boolean | undefined
  /** Goes to the top: for another page of the list. */
  toTop?: boolean | undefined
}

/** The state of the list of groups in its address, and the way to change parts of it. */
export function useGroupsSearch() {
  const search = useSearch({ from: '/signed-in/$organization/groups' })
  const navigate = useNavigate({ from: '/$organization/groups' })
  const set = useCallback(
    (part: GroupsSearch, { replace = false, toTop = false }: How = {}) =>
      void navigate({
        to: '.',
        search: (before) => groupsSearch({ ...before, ...part }),
        replace,
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}

/** The same of one group's page. */
export function useGroupSearch() {
  const search = useSearch({ from: '/signed-in/$organization/groups/$group' })
  const navigate = useNavigate({ from: '/$organization/groups/$group' })
  const set = useCallback(
    (part: GroupSearch, { replace = false, toTop = false }: How = {}) =>
      void navigate({
        to: '.',
        search: (before) => groupSearch({ ...before, ...part }),
        replace,
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}
