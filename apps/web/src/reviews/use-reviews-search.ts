import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type ReviewSearch, type ReviewsSearch, reviewSearch, reviewsSearch } from './search.ts'

/** What is open over the list, in its address, and the way to change it. */
export function useReviewsSearch() {
  const search = useSearch({ from: '/signed-in/$organization/reviews' })
  const navigate = useNavigate({ from: '/$organization/reviews' })
  const set = useCallback(
    (part: ReviewsSearch) =>
      void navigate({
        to: '.',
        search: (before) => reviewsSearch({ ...before, ...part }),
        resetScroll: false,
      }),
    [navigate],
  )
  return { search, set }
}

/** The state of a review's page in its address, and the way to change parts of it. */
export function useReviewSearch() {
  const search = useSearch({ from: '/signed-in/$organization/reviews/$review' })
  const navigate = useNavigate({ from: '/$organization/reviews/$review' })
  const set = useCallback(
    (part: ReviewSearch, { toTop = false } = {}) =>
      void navigate({
        to: '.',
        search: (before) => reviewSearch({ ...before, ...part }),
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}
