import type { GroupId, ProjectId, RoleId } from '@roster/domain'
import type { PersonKey, ServiceKey } from '../code/model.ts'

/** What Roster calls the things that files call by name. Kept up to date while a plan is carried out. */
export type Ids = {
  readonly roles: Map<RoleId, string>
  readonly projects: Map<ProjectId, string>
  readonly groups: Map<GroupId, string>
  /** Of memberships. */
  readonly members: Map<PersonKey, string>
  readonly invitations: Map<PersonKey, string>
  readonly services: Map<ServiceKey, { readonly id: string; readonly member: string }>
}

/** Nothing is known yet. */
export function noIds(): Ids {
  return {
    roles: new Map(),
    projects: new Map(),
    groups: new Map(),
    members: new Map(),
    invitations: new Map(),
    services: new Map(),
  }
}

/** The id of something that was read or made before. */
export function idIn<Key, Id>(ids: ReadonlyMap<Key, Id>, key: Key): Id {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`${String(key)} was neither read nor made before`)
  return id
}

/** The other way round: by what Roster calls them. */
export function byId<Key>(ids: ReadonlyMap<Key, string>): ReadonlyMap<string, Key> {
  return new Map([...ids].map(([key, id]) => [id, key]))
}
