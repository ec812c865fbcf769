import type { GroupId, MemberId, RoleId } from '@roster/domain'
import { idOf, isOpen, PAGE_SIZE, type PageSearch, pageSearch, searchedText } from '../pages/list-search.ts'
import { dayOf } from '../ui/days.ts'

export type ProjectsState = 'active' | 'archived' | 'all'
export type ProjectSort = 'name' | 'created'

/** The state of the list of projects, as its address carries it; defaults are left out. */
export type ProjectsSearch = PageSearch & {
  q?: string | undefined
  state?: Exclude<ProjectsState, 'active'> | undefined
  /** Only those the reader was given a role in. */
  mine?: true | undefined
  sort?: Exclude<ProjectSort, 'name'> | undefined
  /** The dialog that makes one is open. */
  create?: true | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function projectsSearch(search: Record<string, unknown>): ProjectsSearch {
  // Every key is there, also without a value: a key left out would keep what the address says.
  return {
    q: searchedText(search.q),
    state: search.state === 'archived' || search.state === 'all' ? search.state : undefined,
    mine: isOpen(search.mine),
    sort: search.sort === 'created' ? search.sort : undefined,
    ...pageSearch(search),
    create: isOpen(search.create),
  }
}

/** What to ask the server for. */
export function listInput(organization: string, search: ProjectsSearch) {
  const { q, mine = false, page = 1, size = PAGE_SIZE } = search
  const state: ProjectsState = search.state ?? 'active'
  const sort: ProjectSort = search.sort ?? 'name'
  return { organization, search: q, state, mine, sort, page, pageSize: size }
}

/** Whether the list shows others than all that are active. */
export function isFiltered({ q, state, mine }: ProjectsSearch): boolean {
  return q !== undefined || state !== undefined || mine !== undefined
}

const TABS = ['members', 'groups', 'invitations', 'settings'] as const
export type ProjectTab = (typeof TABS)[number]
const DIALOGS = ['add', 'role', 'remove', 'group-role', 'remove-group'] as const
export type ProjectDialog = (typeof DIALOGS)[number]
const VIAS = ['direct', 'group'] as const

/** The state of a project's page, as its address carries it; defaults are left out. */
export type ProjectSearch = PageSearch & {
  tab?: Exclude<ProjectTab, 'members'> | undefined
  q?: string | undefined
  role?: RoleId | undefined
  via?: (typeof VIAS)[number] | undefined
  /** The day whose people are shown, like 2026-03-31 in UTC; those of now without it. */
  asOf?: string | undefined
  dialog?: ProjectDialog | undefined
  /** Whom the dialog is about; without it, those who are ticked. */
  of?: MemberId | undefined
  /** Which group it is about. */
  group?: GroupId | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function projectSearch(search: Record<string, unknown>): ProjectSearch {
  const tab = TABS.find((known) => known === search.tab)
  return {
    tab: tab === 'members' ? undefined : tab,
    q: searchedText(search.q),
    role: idOf('rol', search.role),
    via: VIAS.find((known) => known === search.via),
    asOf: dayOf(search.asOf),
    ...pageSearch(search),
    dialog: DIALOGS.find((known) => known === search.dialog),
    of: idOf('mem', search.of),
    group: idOf('grp', search.group),
  }
}

/** What to ask the server for. */
export function membersInput(
  at: { organization: string; project: string },
  { q, role, via, page = 1, size = PAGE_SIZE }: ProjectSearch,
) {
  return { ...at, search: q, role, via, page, pageSize: size }
}

/** Whether the people shown are not all of them. */
export function showsSome({ q, role, via }: ProjectSearch): boolean {
  return q !== undefined || role !== undefined || via !== undefined
}

/** Equal for two states that list the same people, on whatever page. */
export function filterKey({ q, role, via }: ProjectSearch): string {
  return JSON.stringify([q, role, via])
}
