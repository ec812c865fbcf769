import type {
  AssignmentId,
  GroupId,
  Instant,
  MemberId,
  OrganizationId,
  ProjectId,
  RoleId,
  RoleLevel,
  UserId,
} from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'

/** A project at a moment. */
export interface ProjectAt {
  readonly organization: OrganizationId
  readonly project: ProjectId
  readonly at: Instant
}

/**
 * Who held a role in a project at a moment, and which groups were inside those that did. What is live and what has
 * ended since are asked of an index each.
 */
function reach({ organization, project, at }: ProjectAt): RawBuilder<unknown> {
  // A plus keeps SQLite from an index by time, where the one of this project is meant.
  const there = sql`organization_id = ${organization} and project_id = ${project} and +since <= ${at}
    and invitation_id is null and (expires_at is null or expires_at > ${at})`
  const inside = (ended: RawBuilder<unknown>) => sql`
    select inside.top, g.child_group_id from inside cross join group_member g
      on g.organization_id = ${organization} and g.group_id = inside.id
      where +g.child_group_id is not null and g.invitation_id is null and +g.since <= ${at} and ${ended}`
  return sql`
    held as materialized (
      select id, member_id, group_id, role_id from assignment where ${there} and until is null
      union all
      select id, member_id, group_id, role_id from assignment where ${there} and until is not null and until > ${at}
    ), inside (top, id) as (
      select group_id, group_id from held where group_id is not null
      union ${inside(sql`g.until is null`)}
      union ${inside(sql`g.until is not null and g.until > ${at}`)}
    )`
}

/** The groups inside which somebody was: the places of people in a group at a moment. */
function placesIn({ organization, at }: ProjectAt): RawBuilder<unknown> {
  const there = sql`g.organization_id = ${organization} and g.group_id = inside.id
    and +g.member_id is not null and g.invitation_id is null and +g.since <= ${at}`
  return sql`
    select inside.top, g.member_id from inside cross join group_member g on ${there} and g.until is null
    union all
    select inside.top, g.member_id from inside cross join group_member g
      on ${there} and g.until is not null and g.until > ${at}`
}

/** A page of those who were in a project at a moment, in the order of names; the last one for a later page. */
export async function inProjectAt(
  db: Reads,
  where: ProjectAt,
  needles: readonly string[],
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly members: readonly MemberId[]; readonly total: number; readonly page: number }> {
  const found = needles.map((needle) => sql` and instr(ifnull(l.search, p.search), ${needle}) > 0`)
  const people = sql`
    with recursive ${reach(where)}, someone (id) as (
      select member_id from held where member_id is not null
      union select member_id from (${placesIn(where)})
    ), named as (
      select someone.id, ifnull(l.name_key, p.name_key) as name_key from someone
      left join member_listing l on l.member_id = someone.id left join member_past p on p.member_id = someone.id
      where (l.member_id is not null or p.member_id is not null)${sql.join(found, sql``)}
    )`
  const { rows: counted } = await sql<{
    total: number
  }>`${people} select count(*) as total from named`.execute(db)
  const total = counted[0]?.total ?? 0
  const last = Math.min(page, Math.max(1, Math.ceil(total / pageSize)))
  const { rows } = await sql<{ id: MemberId }>`
    ${people} select id from named order by name_key, id limit ${pageSize} offset ${(last - 1) * pageSize}
  `.execute(db)
  return { members: rows.map((row) => row.id), total, page: last }
}

/** One way in which somebody was in a project: a role of their own, or one of a group they were in. */
export interface WayIn {
  readonly member: MemberId
  readonly assignment: AssignmentId
  readonly via: GroupId | null
  readonly role: RoleId
  readonly level: RoleLevel
  readonly key: string | null
  readonly name: string
  readonly permissions: string
  readonly since: Instant
  readonly expires_at: Instant | null
  readonly by: UserId | null
  readonly reason: string | null
}

/** Every way in which these people were in a project at a moment. */
export async function waysIn(
  db: Reads,
  where: ProjectAt,
  members: readonly MemberId[],
): Promise<readonly WayIn[]> {
  const { organization, at } = where
  const { rows } = await sql<WayIn>`
    with recursive ${reach(where)}, way (member_id, assignment, via) as (
      select member_id, id, null from held where member_id in ${listed(members)}
      union
      select g.member_id, held.id, held.group_id from json_each(${JSON.stringify(members)}) j
        cross join group_member g on g.organization_id = ${organization} and g.member_id = j.value
          and g.since <= ${at} and (g.until is null or g.until > ${at})
        cross join inside on inside.id = g.group_id
        cross join held on held.group_id = inside.top
    )
    select way.member_id as member, a.id as assignment, way.via, r.id as role, r.level, r.key, r.name,
      r.permissions, a.since, a.expires_at, a.given_by as "by", a.reason
    from way join assignment a on a.id = way.assignment join role r on r.id = a.role_id
  `.execute(db)
  return rows
}

/** The groups that gave access to a project at a moment: those that held a role in it, and all inside them. */
export async function groupsInside(db: Reads, where: ProjectAt): Promise<readonly GroupId[]> {
  const { rows } = await sql<{ id: GroupId }>`
    with recursive ${reach(where)} select distinct id from inside
  `.execute(db)
  return rows.map((row) => row.id)
}
