import type { AssignmentId, GroupId, ProjectId } from '@roster/domain'
import { idOf, type PageSearch, pageSearch, wholeNumber } from '../../pages/list-search.ts'
import { dayOf } from '../../ui/days.ts'
import { DIALOGS, type MembersDialog } from '../search.ts'

const TABS = ['sessions', 'invited', 'history'] as const
export type PersonTab = (typeof TABS)[number]

/** What of a person is shown and what is open over it, as the address carries it; defaults are left out. */
export type PersonSearch = PageSearch & {
  tab?: PersonTab | undefined
  /** The day that is looked at, like 2026-03-31 in UTC; the present without it. */
  asOf?: string | undefined
  dialog?: MembersDialog | undefined
  /** Where a role is about to be given. */
  at?: ProjectId | undefined
  /** What is about to be taken away. */
  take?: AssignmentId | undefined
  /** Out of which group they are about to be taken. */
  leave?: GroupId | undefined
  /** The sequence number of the entry of their history that is unfolded. */
  entry?: number | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function personSearch(search: Record<string, unknown>): PersonSearch {
  // Every key is there, also without a value: a key left out would keep what the address says.
  return {
    tab: TABS.find((known) => known === search.tab),
    asOf: dayOf(search.asOf),
    ...pageSearch(search),
    dialog: DIALOGS.find((known) => known === search.dialog),
    at: idOf('prj', search.at),
    take: idOf('asg', search.take),
    leave: idOf('grp', search.leave),
    entry: wholeNumber(search.entry, Number.MAX_SAFE_INTEGER),
  }
}
