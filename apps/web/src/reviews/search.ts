import { DECISIONS, type ReviewId, type ReviewItemId } from '@roster/domain'
import { idOf, isOpen, PAGE_SIZE, type PageSearch, pageSearch, wholeNumber } from '../pages/list-search.ts'

export const SCOPES = ['organization', 'projects', 'project'] as const
export type ReviewScope = (typeof SCOPES)[number]

/** What is open over the list of reviews, as its address carries it. */
export type ReviewsSearch = {
  /** The dialog that starts one is open, with a scope and days of inactivity to begin with. */
  start?: true | undefined
  scope?: ReviewScope | undefined
  inactive?: number | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function reviewsSearch(search: Record<string, unknown>): ReviewsSearch {
  const start = isOpen(search.start)
  return {
    start,
    scope: start && SCOPES.find((known) => known === search.scope),
    inactive: start && wholeNumber(search.inactive, 3_650),
  }
}

export const TABS = ['yours', 'undecided', 'decided', 'all'] as const
export type ReviewTab = (typeof TABS)[number]
const ENDINGS = ['close', 'cancel'] as const

/** The state of a review's page, as its address carries it; defaults are left out. */
export type ReviewSearch = PageSearch & {
  /** Without it, one's own where one has any. */
  tab?: ReviewTab | undefined
  /** Of one's own only those that are left. */
  left?: true | undefined
  /** The dialog of this decision is open, about one item or those that are ticked. */
  decide?: (typeof DECISIONS)[number] | undefined
  of?: ReviewItemId | undefined
  /** Asks whether to end it. */
  end?: (typeof ENDINGS)[number] | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function reviewSearch(search: Record<string, unknown>): ReviewSearch {
  const decide = DECISIONS.find((known) => known === search.decide)
  return {
    tab: TABS.find((known) => known === search.tab),
    left: isOpen(search.left),
    ...pageSearch(search),
    decide,
    of: decide && idOf('rvi', search.of),
    end: ENDINGS.find((known) => known === search.end),
  }
}

/** What to ask the server for. */
export function itemsInput(
  at: { organization: string; review: ReviewId },
  tab: ReviewTab,
  { left, page = 1, size = PAGE_SIZE }: ReviewSearch,
) {
  const show = tab === 'yours' && left ? ('left' as const) : tab
  return { ...at, show, page, pageSize: size }
}
