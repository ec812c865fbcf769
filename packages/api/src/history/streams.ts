import type { GroupId, Instant, MemberId, OrganizationId, ProjectId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import { isPerson } from '../platform/people.ts'

type Sql = RawBuilder<unknown>

/** What is compared: how things stood at one moment and at a later one, and for whose eyes. */
export interface Compared {
  readonly organization: OrganizationId
  readonly from: Instant
  readonly to: Instant
  readonly member: MemberId | null
  readonly project: ProjectId | null
  /** Projects whose people the reader may see; null for all of them. */
  readonly projects: readonly ProjectId[] | null
  /** Whether the reader may see groups. */
  readonly groups: boolean
  /** With a project: the groups that gave access to it at either moment. */
  readonly inside: readonly GroupId[]
}

/**
 * One kind of difference: rows of a table in the order of when something happened to them, from an index, of which
 * only those count that still make a difference at the end.
 */
export interface Stream {
  readonly table: 'member' | 'assignment' | 'group_member'
  /** The column that says when. */
  readonly edge: 'since' | 'until' | 'expires_at'
  /** By the index of one member instead, for their own differences. */
  readonly ofMember: string
  /** What the index holds, spelled as it is there. */
  readonly indexed: Sql
  readonly counts: (compared: Compared) => Sql
  readonly from: (compared: Compared) => Sql
  readonly to: (compared: Compared) => Sql
}

const NONE = () => sql`null`
const notEnded = (at: Instant, table = 'x') =>
  sql`(${sql.ref(`${table}.until`)} is null or ${sql.ref(`${table}.until`)} > ${at})`
const notExpired = (at: Instant, table = 'x') =>
  sql`(${sql.ref(`${table}.expires_at`)} is null or ${sql.ref(`${table}.expires_at`)} > ${at})`
const wasThere = (at: Instant) => sql`x.since <= ${at} and ${notEnded(at)}`

/** Whoever has left is told once, and not again for each thing that went with it. Groups stay what they are. */
const stillMember = ({ organization, to }: Compared) => sql`(x.member_id is null or exists (
  select 1 from member m where m.organization_id = ${organization} and m.id = x.member_id and ${notEnded(to, 'm')}))`

/** The role a member held at the organization. */
const roleAt = ({ organization }: Compared, member: Sql, at: Instant) => sql`(
  select held.role_id from assignment held where held.organization_id = ${organization}
    and held.member_id = ${member} and held.project_id is null and held.since <= ${at} and ${notEnded(at, 'held')}
  order by held.since desc limit 1)`

/** The role that the same subject had at the same place at another moment: a member, or a group. */
const otherRole = ({ organization }: Compared, at: Instant) => {
  const there = sql`o.organization_id = ${organization} and o.project_id is x.project_id and o.id <> x.id
    and o.since <= ${at} and ${notExpired(at, 'o')}`
  return sql`iif(x.member_id is not null,
    (select o.role_id from assignment o where ${there} and o.member_id = x.member_id and ${notEnded(at, 'o')} limit 1),
    ifnull((select o.role_id from assignment o where ${there} and o.group_id = x.group_id and o.until is null limit 1),
      (select o.role_id from assignment o where ${there} and o.group_id = x.group_id
        and o.until is not null and o.until > ${at} limit 1)))`
}

/** Whether the same subject was in the same group at another moment. */
const otherPlace = ({ organization }: Compared, at: Instant) => {
  const there = sql`o.organization_id = ${organization} and o.group_id = x.group_id and o.id <> x.id
    and o.since <= ${at}`
  return sql`iif(x.member_id is not null,
    exists (select 1 from group_member o where ${there} and o.member_id = x.member_id and ${notEnded(at, 'o')}),
    exists (select 1 from group_member o where ${there} and o.child_group_id = x.child_group_id and o.until is null)
    or exists (select 1 from group_member o where ${there} and o.child_group_id = x.child_group_id
      and o.until is not null and o.until > ${at}))`
}

const aboutMembers = ({ project }: Compared) => sql`${project === null ? 1 : 0}`
const atProject = ({
  project,
  projects,
  groups,
}: Compared) => sql`${project === null ? 1 : sql`x.project_id = ${project}`}
  and ${projects === null ? 1 : sql`(x.project_id is null or x.project_id in ${listed(projects)})`}
  and ${groups ? 1 : sql`x.group_id is null`}`
const inGroups = ({ project, inside, groups }: Compared) =>
  sql`${groups ? 1 : 0} and ${project === null ? 1 : sql`x.group_id in ${listed(inside)}`}`

const ANYTHING = sql`1`
const OF_MEMBER = 'assignment_history'
const PLACES_OF = 'group_member_history'
const ENDED = sql`x.until is not null and x.invitation_id is null`

export const STREAMS = {
  joined: {
    ...{ table: 'member', edge: 'since', ofMember: 'sqlite_autoindex_member_1', indexed: ANYTHING },
    counts: (c) => sql`${aboutMembers(c)} and ${notEnded(c.to)} and ${isPerson('x.id')}`,
    from: NONE,
    to: (c) => roleAt(c, sql`x.id`, c.to),
  },
  left: {
    ...{
      table: 'member',
      edge: 'until',
      ofMember: 'sqlite_autoindex_member_1',
      indexed: sql`x.until is not null`,
    },
    counts: (c) => sql`${aboutMembers(c)} and x.since <= ${c.from} and ${isPerson('x.id')}`,
    from: (c) => roleAt(c, sql`x.id`, c.from),
    to: NONE,
  },
  'role-changed': {
    ...{ table: 'assignment', edge: 'until', ofMember: OF_MEMBER, indexed: ENDED },
    counts: (c) => sql`${aboutMembers(c)} and x.project_id is null and x.member_id is not null
      and ${isPerson('x.member_id')} and ${wasThere(c.from)} and ${stillMember(c)} and ${roleAt(c, sql`x.member_id`, c.to)} <> x.role_id`,
    from: () => sql`x.role_id`,
    to: (c) => roleAt(c, sql`x.member_id`, c.to),
  },
  'project-role-gained': {
    ...{ table: 'assignment', edge: 'since', ofMember: OF_MEMBER },
    indexed: sql`x.project_id is not null and x.invitation_id is null`,
    counts: (c) => sql`${atProject(c)} and ${notEnded(c.to)} and ${notExpired(c.to)}
      and ${otherRole(c, c.from)} is not x.role_id`,
    from: (c) => otherRole(c, c.from),
    to: () => sql`x.role_id`,
  },
  'project-role-lost': {
    ...{ table: 'assignment', edge: 'until', ofMember: OF_MEMBER, indexed: ENDED },
    counts: (c) => sql`${atProject(c)} and x.project_id is not null and ${wasThere(c.from)}
      and (x.expires_at is null or x.expires_at >= x.until) and ${stillMember(c)} and ${otherRole(c, c.to)} is null`,
    from: () => sql`x.role_id`,
    to: NONE,
  },
  'role-expired': {
    ...{ table: 'assignment', edge: 'expires_at', ofMember: OF_MEMBER },
    indexed: sql`x.expires_at is not null and x.invitation_id is null`,
    counts: (c) => sql`${atProject(c)} and ${wasThere(c.from)} and (x.until is null or x.until > x.expires_at)
      and ${stillMember(c)} and ${otherRole(c, c.to)} is null`,
    from: () => sql`x.role_id`,
    to: NONE,
  },
  'group-joined': {
    ...{ table: 'group_member', edge: 'since', ofMember: PLACES_OF, indexed: sql`x.invitation_id is null` },
    counts: (c) => sql`${inGroups(c)} and ${notEnded(c.to)} and not ${otherPlace(c, c.from)}`,
    from: NONE,
    to: NONE,
  },
  'group-left': {
    ...{ table: 'group_member', edge: 'until', ofMember: PLACES_OF, indexed: ENDED },
    counts: (c) =>
      sql`${inGroups(c)} and ${wasThere(c.from)} and ${stillMember(c)} and not ${otherPlace(c, c.to)}`,
    from: NONE,
    to: NONE,
  },
} as const satisfies Record<string, Stream>

/** What can be different, in the order in which it is told when it happened at the same moment. */
export type ChangeKind = keyof typeof STREAMS
