import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type RequestsSearch, requestsSearch } from './search.ts'

/** The state of the page in its address, and the way to change parts of it. */
export function useRequestsSearch() {
  const search = useSearch({ from: '/signed-in/$organization/requests' })
  const navigate = useNavigate({ from: '/$organization/requests' })
  const set = useCallback(
    (part: RequestsSearch, { toTop = false } = {}) =>
      void navigate({
        to: '.',
        search: (before) => requestsSearch({ ...before, ...part }),
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}
