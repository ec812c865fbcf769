import {
  decide,
  type GroupId,
  type HeldAssignment,
  type Instant,
  type InvitationId,
  type OrganizationId,
  type ProjectId,
  Refusal,
} from '@roster/domain'
import { sql } from 'kysely'
import { maySeeProject } from '../platform/project.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** Where an invitation leads, or led when it was closed, as far as the reader may know. */
export interface ListedPlaces {
  readonly projects: readonly {
    readonly project: { readonly id: ProjectId; readonly name: string; readonly archived: boolean }
    readonly role: RoleRef
    readonly expiresAt: Instant | null
  }[]
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  /** How many there are besides, which the reader may not know of. */
  readonly hidden: number
}

export const NOWHERE: ListedPlaces = { projects: [], groups: [], hidden: 0 }

interface Reading {
  readonly organization: OrganizationId
  readonly held: readonly HeldAssignment[]
}

/** Where each of these invitations leads; those that lead nowhere else are missing. */
export async function listedPlaces(
  db: Reads,
  reading: Reading,
  invitations: readonly InvitationId[],
): Promise<ReadonlyMap<InvitationId, ListedPlaces>> {
  const projects = await projectsOf(db, reading.organization, invitations)
  const groups = await groupsOf(db, reading.organization, invitations)
  const mayReadGroups = !(decide(reading.held, 'groups.read') instanceof Refusal)
  const places = new Map<InvitationId, ListedPlaces>()
  for (const id of new Set([...projects, ...groups].map((row) => row.invitation_id))) {
    const led = projects.filter((row) => row.invitation_id === id)
    const seen = led.filter((row) => maySeeProject(reading.held, { ...row, id: row.project_id }))
    const into = groups.filter((row) => row.invitation_id === id)
    places.set(id, {
      projects: seen.map((row) => ({
        project: { id: row.project_id, name: row.project_name, archived: row.archived_at !== null },
        role: roleRef({ id: row.role_id, key: row.key, name: row.name }),
        expiresAt: row.expires_at,
      })),
      groups: mayReadGroups ? into.map((row) => ({ id: row.group_id, name: row.name })) : [],
      hidden: led.length - seen.length + (mayReadGroups ? 0 : into.length),
    })
  }
  return places
}

interface ProjectRow
  extends Pick<Row<'role'>, 'key' | 'name'>,
    Pick<Row<'project'>, 'visibility' | 'archived_at'> {
  readonly invitation_id: InvitationId
  readonly project_id: ProjectId
  readonly project_name: string
  readonly role_id: RoleRef['id']
  readonly expires_at: Instant | null
}

/** Of a closed invitation, what it gave until then. A term that took another's place is the one that counts. */
async function projectsOf(
  db: Reads,
  organization: OrganizationId,
  invitations: readonly InvitationId[],
): Promise<readonly ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select a.invitation_id, a.project_id, p.name as project_name, p.visibility, p.archived_at,
           a.role_id, r.key, r.name, a.expires_at
      from json_each(${JSON.stringify(invitations)}) j
      cross join invitation i on i.organization_id = ${organization} and i.id = j.value
      cross join assignment a on a.organization_id = ${organization} and a.invitation_id = i.id
        and a.project_id is not null and (a.until is null or a.until >= i.closed_at)
      join project p on p.id = a.project_id
      join role r on r.id = a.role_id
      where not exists (
        select 1 from assignment later where later.organization_id = ${organization}
          and later.invitation_id = a.invitation_id and later.id > a.id and later.project_id = a.project_id
      )
      order by p.name_key, p.id
  `.execute(db)
  return rows
}

interface GroupRow {
  readonly invitation_id: InvitationId
  readonly group_id: GroupId
  readonly name: string
}

async function groupsOf(
  db: Reads,
  organization: OrganizationId,
  invitations: readonly InvitationId[],
): Promise<readonly GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select g.invitation_id, g.group_id, "group".name
      from json_each(${JSON.stringify(invitations)}) j
      cross join invitation i on i.organization_id = ${organization} and i.id = j.value
      cross join group_member g on g.organization_id = ${organization} and g.invitation_id = i.id
        and (g.until is null or g.until >= i.closed_at)
      join "group" on "group".id = g.group_id
      where not exists (
        select 1 from group_member later where later.organization_id = ${organization}
          and later.invitation_id = g.invitation_id and later.id > g.id and later.group_id = g.group_id
      )
      order by "group".name_key, g.group_id
  `.execute(db)
  return rows
}
