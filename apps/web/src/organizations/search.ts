import { isOpen } from '../pages/list-search.ts'

/** What is open over the organization's home, as its address carries it. */
export type OverviewSearch = {
  /** The invite dialog is open. */
  invite?: true | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function overviewSearch({ invite }: Record<string, unknown>): OverviewSearch {
  return { invite: isOpen(invite) }
}
