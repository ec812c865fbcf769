import {
  type AssignmentId,
  asOfDay,
  type GroupId,
  type Instant,
  type MemberId,
  orThrow,
  type Permission,
  permissionsOf,
  type UserId,
} from '@roster/domain'
import { z } from 'zod'
import { needlesOf } from '../members/search.ts'
import type { Organization } from '../platform/access.ts'
import { inProject, Paging } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { Day } from './input.ts'
import { mostPowerful } from './most-powerful.ts'
import { groupsNamed, type PastGroup } from './names.ts'
import { inProjectAt, type WayIn, waysIn } from './project-reach.ts'
import { membersAt } from './rows.ts'

/** Somebody who was in a project on some day, with every way they came to be in it. */
export interface ProjectMemberThen extends Person {
  readonly member: MemberId
  readonly you: boolean
  /** The most powerful role they had in it. */
  readonly role: RoleRef
  readonly direct: {
    readonly assignment: AssignmentId
    readonly role: RoleRef
    readonly since: Instant
    readonly expiresAt: Instant | null
    readonly by: Person | null
    readonly reason: string | null
  } | null
  readonly through: readonly {
    readonly group: PastGroup
    readonly role: RoleRef
    readonly assignment: AssignmentId
  }[]
  readonly organizationRole: RoleRef
  /** Set when they have left the organization since. */
  readonly leftAt: Instant | null
}

export interface ProjectMembersThen {
  readonly day: string
  readonly items: readonly ProjectMemberThen[]
  readonly total: number
  readonly page: number
}

/**
 * Who was in a project on a day, by name: with a role given in person, through a group as it was then, or both. What
 * had ended by itself gave nothing. Refuses with `date-in-the-future`. Costs what the project holds, not less for the
 * first page.
 */
export const projectMembersAsOf = query({
  permission: 'project.members.read',
  input: inProject({
    page: Paging.page,
    pageSize: Paging.pageSize,
    search: z.string().max(500).optional(),
    asOf: Day,
  }),
  async run({ db, organization, project, actor, now }, input): Promise<ProjectMembersThen> {
    const { day, at } = orThrow(asOfDay(input.asOf, now))
    const where = { organization: organization.id, project: project.id, at }
    const found = await inProjectAt(db, where, needlesOf(input.search), input)
    const ways = await waysIn(db, where, found.members)
    const members = await membersAt(db, organization.id, found.members, at, actor.id)
    const told = await tellers(db, organization, ways)
    const byMember = Map.groupBy(ways, (way) => way.member)
    const items = members.flatMap((row): ProjectMemberThen[] => {
      const own = (byMember.get(row.member) ?? []).map(told)
      const role = mostPowerful(own)
      if (!role) return []
      const { user, name, username, email, verified, avatar, member, you, leftAt } = row
      return [
        {
          ...{ user, name, username, email, verified, avatar, member, you, leftAt, role },
          organizationRole: row.role,
          direct: own.find((one) => one.direct)?.direct ?? null,
          through: own.flatMap((one) => one.through ?? []),
        },
      ]
    })
    return { day, items, total: found.total, page: found.page }
  },
})

interface Told {
  readonly role: RoleRef
  readonly permissions: ReadonlySet<Permission>
  readonly direct: ProjectMemberThen['direct']
  readonly through: ProjectMemberThen['through'][number] | null
}

async function tellers(
  db: Reads,
  organization: Organization,
  ways: readonly WayIn[],
): Promise<(way: WayIn) => Told> {
  const ids = (pick: (way: WayIn) => UserId | null) => ways.flatMap((way) => pick(way) ?? [])
  const people = await peopleOf(
    db,
    organization.id,
    ids((way) => (way.via ? null : way.by)),
  )
  const groups = await groupsNamed(
    db,
    organization.id,
    ways.flatMap((way): GroupId[] => (way.via ? [way.via] : [])),
  )
  return (way) => {
    const role = roleRef({ id: way.role, key: way.key, name: way.name })
    const { assignment, since, expires_at: expiresAt, reason } = way
    const by = (way.by && people.get(way.by)) ?? null
    const group = way.via ? groups.get(way.via) : undefined
    return {
      role,
      permissions: permissionsOf(roleTerms(way), organization.policies),
      direct: way.via ? null : { assignment, role, since, expiresAt, by, reason },
      through: group ? { group, role, assignment } : null,
    }
  }
}
