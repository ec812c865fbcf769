import { type ImportId, ROW_OUTCOMES, type RowOutcome } from '@roster/domain'
import { idOf } from '../pages/list-search.ts'

/** The import that is open, and which of its rows are shown; without one the list and a new one. */
export type ImportSearch = {
  import?: ImportId | undefined
  show?: RowOutcome | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function importSearch(search: Record<string, unknown>): ImportSearch {
  return {
    import: idOf('imp', search.import),
    show: ROW_OUTCOMES.find((outcome) => outcome === search.show),
  }
}
