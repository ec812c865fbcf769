import {
  type AskedAt,
  type GroupId,
  type Instant,
  isProjectPermission,
  type MemberId,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  type ProjectId,
  permissionsOf,
  type RoleId,
  type ServiceAccountId,
  type UserId,
} from '@roster/domain'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { SubjectType } from './asking.ts'

/** Who may do what, where. */
export interface Holding {
  readonly organization: { readonly id: OrganizationId; readonly policies: OrganizationPolicies }
  readonly permission: Permission
  readonly at: AskedAt
  readonly type: SubjectType | null
  readonly now: Instant
}

/** Somebody who may do it. */
export interface Holder {
  readonly member: MemberId
  readonly user: UserId
  readonly service: ServiceAccountId | null
  /** Null, as the address, where they are not the caller's to see. */
  readonly name: string | null
  readonly email: string | null
}

/**
 * Those who may do it at this moment, directly or through groups at any depth, each once, in the order of memberships
 * after `after`. Each role and each group is one index read from that place on, so a page costs the same at any depth.
 */
export async function holdersAfter(
  db: Reads,
  holding: Holding,
  after: string,
  take: number,
): Promise<readonly Holder[]> {
  const { organization, permission, at, type, now } = holding
  const roles = await rolesWith(db, holding)
  if (roles.length === 0) return []
  const page = { organization: organization.id, after, take, now, service: kind(type) }
  const inside = isProjectPermission(permission) ? at : null
  const found = new Map<MemberId, Holder>()
  const add = (rows: readonly Holder[]) => {
    for (const row of rows) found.set(row.member, row)
  }
  for (const { id: role, level } of roles)
    if (level === 'organization') add(await directAtOrganization(db, { ...page, role }))
  const listed = JSON.stringify(roles.map(({ id }) => id))
  if (inside) add(await directAtProject(db, { ...page, project: inside, roles: listed }))
  const through = { organization: organization.id, project: inside, roles: listed, now }
  for (const { id: group } of await groupsWith(db, through)) add(await inGroup(db, { ...page, group }))
  return [...found.values()].sort((a, b) => (a.member < b.member ? -1 : 1)).slice(0, take)
}

function kind(type: SubjectType | null): 0 | 1 | null {
  if (type === null) return null
  return type === 'user' ? 0 : 1
}

/** The roles of the organization that allow it. */
async function rolesWith(
  db: Reads,
  { organization, permission }: Holding,
): Promise<readonly Pick<Row<'role'>, 'id' | 'level'>[]> {
  const rows = await liveRoles(db, { organization: organization.id })
  return rows.filter((row) => permissionsOf(roleTerms(row), organization.policies).has(permission))
}

const liveRoles = statement<
  { readonly organization: OrganizationId },
  Pick<Row<'role'>, 'id' | 'level' | 'key' | 'permissions'>
>(`select id, level, key, permissions from role where organization_id = :organization and until is null`)

interface Page {
  readonly [name: string]: string | number | null
  readonly organization: OrganizationId
  readonly after: string
  readonly take: number
  readonly now: Instant
  /** 1: only service accounts; 0: only people; null: both. */
  readonly service: 0 | 1 | null
}

// What holds it comes first and the people behind it, so that a page is read in the order of the index.
const people = (holds: string, where: string) => `
  select m.id as member, m.user_id as user, s.id as service, ifnull(m.display_name, u.name) as name, u.email
    from ${holds} h
    cross join member m on m.id = h.member_id and m.until is null
    cross join user u on u.id = m.user_id and u.disabled_at is null and u.deleted_at is null
    left join service_account s on s.member_id = m.id
    where h.organization_id = :organization and h.until is null and h.member_id > :after and ${where}
      and (:service is null or (s.id is not null) = :service)
    order by h.member_id limit :take
`
const LIVE = '(h.expires_at is null or h.expires_at > :now)'

const directAtOrganization = statement<Page & { readonly role: RoleId }, Holder>(
  people('assignment', `h.role_id = :role and h.project_id is null and h.member_id is not null and ${LIVE}`),
)

const directAtProject = statement<Page & { readonly project: ProjectId; readonly roles: string }, Holder>(
  people(
    'assignment',
    `h.project_id = :project and h.member_id is not null and ${LIVE}
       and h.role_id in (select value from json_each(:roles))`,
  ),
)

const inGroup = statement<Page & { readonly group: GroupId }, Holder>(
  people('group_member', 'h.group_id = :group and h.member_id is not null and :now is not null'),
)

// A group that holds it, and the groups in it at any depth.
const groupsWith = statement<
  {
    readonly organization: OrganizationId
    readonly project: ProjectId | null
    readonly roles: string
    readonly now: Instant
  },
  { readonly id: GroupId }
>(`
  with recursive holding (id) as (
    select a.group_id from json_each(:roles) j
      cross join assignment a on a.organization_id = :organization and a.role_id = j.value
        and a.member_id is null and a.until is null
      where a.group_id is not null and (a.project_id is null or a.project_id = :project)
        and (a.expires_at is null or a.expires_at > :now)
  ), through (id) as (
    select id from holding
    union
    select g.child_group_id from through cross join group_member g
      on g.organization_id = :organization and g.group_id = through.id
      where g.until is null and g.child_group_id is not null
  )
  select id from through
`)
