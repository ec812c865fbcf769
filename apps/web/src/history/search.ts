import type { MemberId, ProjectId } from '@roster/domain'
import { idOf } from '../pages/list-search.ts'
import { dayOf } from '../ui/days.ts'

/** Which two days are compared, and of whom or what, as the address carries it; defaults are left out. */
export type ChangesSearch = {
  /** The end of this day (UTC) is compared; thirty days ago without it. */
  from?: string | undefined
  /** With the end of this one; now without it. */
  to?: string | undefined
  member?: MemberId | undefined
  project?: ProjectId | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function changesSearch(search: Record<string, unknown>): ChangesSearch {
  // Every key is there, also without a value: a key left out would keep what the address says.
  return {
    from: dayOf(search.from),
    to: dayOf(search.to),
    member: idOf('mem', search.member),
    project: idOf('prj', search.project),
  }
}
