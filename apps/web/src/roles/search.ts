import type { RoleId, RoleLevel } from '@roster/domain'
import { idOf, wholeNumber } from '../pages/list-search.ts'

const DIALOGS = ['new', 'clone', 'edit', 'delete', 'holders', 'who'] as const
export type RolesDialog = (typeof DIALOGS)[number]

const KINDS = ['people', 'groups', 'invitations'] as const
export type HolderKind = (typeof KINDS)[number]

/** The state of the page as its address carries it; defaults are left out. */
export type RolesSearch = {
  /** The roles of projects; those of the organization otherwise. */
  level?: 'project' | undefined
  dialog?: RolesDialog | undefined
  /** The role the dialog is about. */
  of?: RoleId | undefined
  /** Which holders are shown; people otherwise. */
  kind?: Exclude<HolderKind, 'people'> | undefined
  /** The page of holders. */
  page?: number | undefined
}

const MOST_PAGES = 1_000_000

/** Reads the address; what makes no sense in it counts as left out. */
export function rolesSearch(search: Record<string, unknown>): RolesSearch {
  const kind = KINDS.find((known) => known === search.kind)
  const page = wholeNumber(search.page, MOST_PAGES)
  // Every key is there, also without a value: a key left out would keep what the address says.
  return {
    level: search.level === 'project' ? 'project' : undefined,
    dialog: DIALOGS.find((known) => known === search.dialog),
    of: idOf('rol', search.of),
    kind: kind === 'people' ? undefined : kind,
    page: page === 1 ? undefined : page,
  }
}

/** What to ask the server for; without the level, it is what other pages ask for as well. */
export function listInput(organization: string, { level }: RolesSearch) {
  return level ? { organization, level } : { organization }
}

/** Which roles are shown. */
export function levelOf({ level }: RolesSearch): RoleLevel {
  return level ?? 'organization'
}
