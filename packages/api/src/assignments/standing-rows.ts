import {
  type AssignableRole,
  type AssignmentId,
  type Instant,
  live,
  type OrganizationId,
  type OrganizationPolicies,
  type ProjectId,
  permissionsOf,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { type AssignedTo, placeKey } from './input.ts'

/** A role with its id and what it allows. */
export type Role = RoleRef & AssignableRole

/** What stands in the table for a subject at a scope: it has not been ended, but may have expired. */
export interface Standing {
  readonly id: AssignmentId
  readonly role: Role
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly by: UserId | null
  readonly reason: string | null
}

type Within = { readonly id: OrganizationId; readonly policies: OrganizationPolicies }
export type Scope = { readonly subject: AssignedTo; readonly project?: ProjectId | null | undefined }

/** Whether it allows anything at `now`. */
export function stands(standing: Standing, now: Instant): boolean {
  return live({ since: standing.since, until: null, expiresAt: standing.expiresAt }, now)
}

/** What each subject holds at each of the scopes asked for, by `placeKey`. */
export async function standingAt(
  db: Reads,
  organization: Within,
  scopes: readonly Scope[],
): Promise<Map<string, Standing>> {
  const at: Record<Kind, [string, ProjectId | null][]> = { inProjects: [], atOrganization: [], groups: [] }
  for (const { subject, project = null } of scopes) {
    if ('group' in subject) at.groups.push([subject.group, project])
    else at[project ? 'inProjects' : 'atOrganization'].push([subject.member, project])
  }
  const found = new Map<string, Standing>()
  const roles = new Map<RoleId, Role>()
  for (const kind of KINDS) {
    if (at[kind].length === 0) continue
    const rows = await STATEMENTS[kind](db, {
      organization: organization.id,
      asked: JSON.stringify(at[kind]),
    })
    for (const row of rows) {
      const subject = row.member_id ? { member: row.member_id } : { group: row.group_id ?? 'grp_' }
      found.set(placeKey(subject, row.project_id), standingOf(row, organization.policies, roles))
    }
  }
  return found
}

const KINDS = ['inProjects', 'atOrganization', 'groups'] as const
type Kind = (typeof KINDS)[number]

// Spelt out for each kind of subject, so that each is led by the index that is made for it.
const led = (condition: string) =>
  statement<{ readonly organization: OrganizationId; readonly asked: string }, StandingRow>(`
    select a.id, a.member_id, a.group_id, a.project_id, a.since, a.expires_at, a.given_by, a.reason,
           r.id as role_id, r.level, r.key, r.name, r.permissions
      from json_each(:asked) j
      cross join assignment a on a.organization_id = :organization and a.until is null and ${condition}
      join role r on r.id = a.role_id
  `)
const STATEMENTS = {
  inProjects: led(`a.member_id = j.value ->> 0 and a.project_id = j.value ->> 1`),
  atOrganization: led(`a.member_id = j.value ->> 0 and a.project_id is null`),
  groups: led(`a.group_id = j.value ->> 0 and ifnull(a.project_id, '') = ifnull(j.value ->> 1, '')`),
} as const

interface StandingRow
  extends Pick<
      Row<'assignment'>,
      | 'id'
      | 'member_id'
      | 'group_id'
      | 'project_id'
      | 'since'
      | 'expires_at'
      | 'given_by'
      | 'reason'
      | 'role_id'
    >,
    Pick<Row<'role'>, 'level' | 'key' | 'name' | 'permissions'> {}

function standingOf(row: StandingRow, policies: OrganizationPolicies, roles: Map<RoleId, Role>): Standing {
  const known = roles.get(row.role_id)
  const role = known ?? roleOf({ ...row, id: row.role_id }, policies)
  if (!known) roles.set(role.id, role)
  return {
    id: row.id,
    role,
    since: row.since,
    expiresAt: row.expires_at,
    by: row.given_by,
    reason: row.reason,
  }
}

/** A role's row as rules want it, under today's policies. */
export function roleOf(
  row: Pick<Row<'role'>, 'id' | 'level' | 'key' | 'name' | 'permissions'>,
  policies: OrganizationPolicies,
): Role {
  return { ...roleRef(row), level: row.level, permissions: permissionsOf(roleTerms(row), policies) }
}
