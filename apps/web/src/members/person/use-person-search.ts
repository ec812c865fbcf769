import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type PersonSearch, personSearch } from './search.ts'

/** The state of a person's page in its address, and the way to change parts of it. */
export function usePersonSearch() {
  const search = useSearch({ from: '/signed-in/$organization/members/$member' })
  const navigate = useNavigate({ from: '/$organization/members/$member' })
  const set = useCallback(
    (part: PersonSearch, { replace = false, toTop = false } = {}) =>
      void navigate({
        to: '.',
        search: (before) => personSearch({ ...before, ...part }),
        replace,
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}
