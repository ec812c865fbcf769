import type { GroupId, MemberId, ProjectId } from '@roster/domain'
import { idOf, isOpen, PAGE_SIZE, type PageSearch, pageSearch, searchedText } from '../pages/list-search.ts'

/** The state of the list of groups, as its address carries it; defaults are left out. */
export type GroupsSearch = PageSearch & {
  q?: string | undefined
  /** The dialog that makes one is open. */
  create?: true | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function groupsSearch(search: Record<string, unknown>): GroupsSearch {
  // Every key is there, also without a value: a key left out would keep what the address says.
  return { q: searchedText(search.q), ...pageSearch(search), create: isOpen(search.create) }
}

/** What to ask the server for. */
export function listInput(organization: string, { q, page = 1, size = PAGE_SIZE }: GroupsSearch) {
  return { organization, search: q, page, pageSize: size }
}

const TABS = ['members', 'groups', 'access', 'settings'] as const
export type GroupTab = (typeof TABS)[number]
const DIALOGS = ['add', 'take-out', 'nest', 'unnest', 'delete', 'assign'] as const
export type GroupDialog = (typeof DIALOGS)[number]

/** The state of a group's page, as its address carries it; defaults are left out. */
export type GroupSearch = PageSearch & {
  tab?: Exclude<GroupTab, 'members'> | undefined
  q?: string | undefined
  /** Those in groups inside are listed too. */
  nested?: true | undefined
  dialog?: GroupDialog | undefined
  /** Whom the dialog is about; without it, those who are ticked. */
  of?: MemberId | undefined
  /** The group the dialog is about. */
  child?: GroupId | undefined
  /** The project the dialog is about. */
  at?: ProjectId | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function groupSearch(search: Record<string, unknown>): GroupSearch {
  const tab = TABS.find((known) => known === search.tab)
  return {
    tab: tab === 'members' ? undefined : tab,
    q: searchedText(search.q),
    nested: isOpen(search.nested),
    ...pageSearch(search),
    dialog: DIALOGS.find((known) => known === search.dialog),
    of: idOf('mem', search.of),
    child: idOf('grp', search.child),
    at: idOf('prj', search.at),
  }
}

/** What to ask the server for. */
export function peopleInput(
  at: { organization: string; group: GroupId },
  { q, nested, page = 1, size = PAGE_SIZE }: GroupSearch,
) {
  return { ...at, search: q, nested: nested ?? false, page, pageSize: size }
}

/** Equal for two states that list the same people, on whatever page. */
export function filterKey({ q, nested }: GroupSearch): string {
  return JSON.stringify([q, nested])
}
