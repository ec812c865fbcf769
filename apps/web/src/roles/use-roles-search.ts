import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type RolesSearch, rolesSearch } from './search.ts'

/** The state of the page in its address, and the way to change parts of it. */
export function useRolesSearch() {
  const search = useSearch({ from: '/signed-in/$organization/roles' })
  const navigate = useNavigate({ from: '/$organization/roles' })
  const set = useCallback(
    (part: RolesSearch) =>
      void navigate({
        to: '.',
        search: (before) => rolesSearch({ ...before, ...part }),
        resetScroll: false,
      }),
    [navigate],
  )
  return { search, set }
}
