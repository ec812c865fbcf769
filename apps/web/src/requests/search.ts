import type { RequestId } from '@roster/domain'
import { idOf, PAGE_SIZE, type PageSearch, pageSearch } from '../pages/list-search.ts'

const ANSWERS = ['approve', 'reject'] as const

/** The state of the page, as its address carries it; defaults are left out. */
export type RequestsSearch = PageSearch & {
  state?: 'closed' | undefined
  /** The request that is being answered, and how. */
  request?: RequestId | undefined
  answer?: (typeof ANSWERS)[number] | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function requestsSearch(search: Record<string, unknown>): RequestsSearch {
  const request = idOf('req', search.request)
  const answer = ANSWERS.find((known) => known === search.answer)
  // Every key is answered, also as undefined: what is left out here would stay in the address as it came.
  return {
    state: search.state === 'closed' ? 'closed' : undefined,
    ...pageSearch(search),
    request: answer && request,
    answer: request && answer,
  }
}

/** What to ask the server for. */
export function listInput(organization: string, { state, page = 1, size = PAGE_SIZE }: RequestsSearch) {
  return { organization, state: state ?? ('open' as const), page, pageSize: size }
}
