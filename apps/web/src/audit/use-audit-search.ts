import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type AuditSearch, auditSearch } from './search.ts'

/** The state of the page in its address, and the way to change parts of it. */
export function useAuditSearch() {
  const search = useSearch({ from: '/signed-in/$organization/audit' })
  const navigate = useNavigate({ from: '/$organization/audit' })
  const set = useCallback(
    (part: AuditSearch, { replace = false, toTop = false } = {}) =>
      void navigate({
        to: '.',
        search: (before) => auditSearch({ ...before, ...part }),
        replace,
        resetScroll: toTop,
      }),
    [navigate],
  )
  /** Another filter starts at the first page, with nothing unfolded. */
  const filter = useCallback(
    (part: AuditSearch) => set({ ...part, page: undefined, entry: undefined }),
    [set],
  )
  return { search, set, filter }
}
