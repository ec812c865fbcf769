import {
  ALL_PERMISSIONS,
  decide,
  type HeldAssignment,
  type Instant,
  isProjectPermission,
  type Permission,
  type ProjectId,
  type ProjectVisibility,
  Refusal,
  type RoleId,
} from '@roster/domain'
import type { Reads } from '../platform/writer.ts'
import type { RoleRef } from '../roles/store.ts'
import { mostPowerful, type ProjectRoles, refOf } from './roles.ts'

/** A project as other things point at it. */
export interface ProjectRef {
  readonly id: ProjectId
  readonly name: string
  readonly archived: boolean
}

/** A project as lists and its page show it. */
export interface ListedProject extends ProjectRef {
  readonly description: string
  readonly visibility: ProjectVisibility
  readonly since: Instant
  readonly archivedAt: Instant | null
  /** Who hold a role in it directly. */
  readonly members: number
  readonly groups: number
  /** The role in it of everybody who joins the organization. */
  readonly defaultRole: RoleRef | null
  /** The most powerful role the caller was given in it, directly or through a group; what comes with a role at the organization is not among them. */
  readonly myRole: RoleRef | null
  /** What the caller may do in it, for whatever reason. */
  readonly permissions: readonly Permission[]
}

interface ProjectRow {
  readonly id: ProjectId
  readonly name: string
  readonly description: string
  readonly visibility: ProjectVisibility
  readonly since: Instant
  readonly archived_at: Instant | null
  readonly default_role_id: RoleId | null
  readonly members: number
  readonly groups: number
}

/** The live projects with these ids, in the order of the ids. */
export async function projectRows(db: Reads, ids: readonly ProjectId[]): Promise<readonly ProjectRow[]> {
  const rows = await db
    .selectFrom('project as p')
    .innerJoin('project_total as t', 't.project_id', 'p.id')
    .select(['p.id', 'p.name', 'p.description', 'p.visibility', 'p.since', 'p.archived_at'])
    .select(['p.default_role_id', 't.members', 't.groups'])
    .where('p.id', 'in', ids)
    .where('p.until', 'is', null)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The row as it goes out, for the eyes of somebody who holds this. */
export function listedProject(
  row: ProjectRow,
  held: readonly HeldAssignment[],
  roles: ProjectRoles,
): ListedProject {
  const given = held.filter((assignment) => assignment.scope === row.id).map((assignment) => assignment.role)
  const byDefault = row.default_role_id ? roles.get(row.default_role_id) : undefined
  return {
    id: row.id,
    name: row.name,
    archived: row.archived_at !== null,
    description: row.description,
    visibility: row.visibility,
    since: row.since,
    archivedAt: row.archived_at,
    members: row.members,
    groups: row.groups,
    defaultRole: byDefault ? refOf(byDefault) : null,
    myRole: mostPowerful(given, roles),
    permissions: permissionsAt(held, row.id),
  }
}

function permissionsAt(held: readonly HeldAssignment[], project: ProjectId): readonly Permission[] {
  return ALL_PERMISSIONS.filter(
    (permission) =>
      isProjectPermission(permission) && !(decide(held, permission, project) instanceof Refusal),
  )
}
