import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type ProjectSearch, type ProjectsSearch, projectSearch, projectsSearch } from './search.ts'

type How = {
  /** Takes the place of the present entry in the history: for what changes while one types. */
  replace?: boolean | undefined
  /** Goes to the top: for another page of the list. */
  toTop?: boolean | undefined
}

/** The state of the list of projects in its address, and the way to change parts of it. */
export function useProjectsSearch() {
  const search = useSearch({ from: '/signed-in/$organization/projects' })
  const navigate = useNavigate({ from: '/$organization/projects' })
  const set = useCallback(
    (part: ProjectsSearch, { replace = false, toTop = false }: How = {}) =>
      void navigate({
        to: '.',
        search: (before) => projectsSearch({ ...before, ...part }),
        replace,
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}

/** The same of one project's page. */
export function useProjectSearch() {
  const search = useSearch({ from: '/signed-in/$organization/projects/$project' })
  const navigate = useNavigate({ from: '/$organization/projects/$project' })
  const set = useCallback(
    (part: ProjectSearch, { replace = false, toTop = false }: How = {}) =>
      void navigate({
        to: '.',
        search: (before) => projectSearch({ ...before, ...part }),
        replace,
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}
