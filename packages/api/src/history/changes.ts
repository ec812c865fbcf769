import { asOfDay, decide, type Instant, type MemberId, orThrow, Refusal, type RoleId } from '@roster/domain'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Paging } from '../platform/input.ts'
import { listed } from '../platform/listed.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { projectsOpenTo } from '../platform/project.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { type Difference, type DifferencePlace, differences, KINDS } from './differences.ts'
import { Day } from './input.ts'
import { groupsNamed, type PastGroup, type PastProject, projectsNamed } from './names.ts'
import { groupsInside } from './project-reach.ts'
import type { ChangeKind } from './streams.ts'
import { totalsAt } from './totals.ts'

/** Something that was otherwise at the end than at the beginning. */
export interface Change {
  readonly id: string
  readonly kind: ChangeKind
  readonly at: Instant
  /** Who it is about: a person, or a group that holds a role or is in another group. */
  readonly member: MemberId | null
  readonly person: Person | null
  readonly subject: PastGroup | null
  readonly project: PastProject | null
  /** The group that was joined or left. */
  readonly group: PastGroup | null
  /** What they held before and hold after; null for nothing. */
  readonly from: RoleRef | null
  readonly to: RoleRef | null
  readonly by: Person | null
}

export interface Changes {
  readonly from: { readonly day: string; readonly at: Instant; readonly members: number }
  readonly to: { readonly day: string; readonly at: Instant; readonly members: number }
  readonly items: readonly Change[]
  readonly nextCursor: string | null
}

/**
 * What is different at the end of one day from the end of an earlier one, the latest first: who joined and left, which
 * roles were gained, lost and changed, who is in other groups. A difference and no log: what was undone in between is
 * not there. Of everybody, of one person, or at one project. Refuses with `date-in-the-future`, `invalid-input` for
 * days in the wrong order, and `cursor-invalid`.
 */
export const changesBetween = query({
  permission: 'members.read',
  input: inOrganization({
    from: Day,
    to: Day,
    member: IdOf('mem').optional(),
    project: IdOf('prj').optional(),
    pageSize: Paging.pageSize,
    cursor: z.string().max(500).optional(),
  }),
  async run({ db, organization, held, now, project }, input): Promise<Changes> {
    const from = orThrow(asOfDay(input.from, now))
    const to = orThrow(asOfDay(input.to, now))
    if (from.at >= to.at)
      throw new Refusal('invalid-input', { field: 'from', reason: 'the first day comes before the second' })
    if (project) orThrow(decide(held, 'project.members.read', project.id))
    const { member = null, pageSize } = input
    if (member !== null) await refuseUnknown(db, organization.id, member)
    const list = ['changes', organization.id, from.day, to.day, member, project?.id ?? null]
    const compared = {
      ...{ organization: organization.id, from: from.at, to: to.at, member, project: project?.id ?? null },
      projects: projectsOpenTo(held),
      groups: !(decide(held, 'groups.read') instanceof Refusal),
      inside: project
        ? [
            ...(await groupsInside(db, { organization: organization.id, project: project.id, at: from.at })),
            ...(await groupsInside(db, { organization: organization.id, project: project.id, at: to.at })),
          ]
        : [],
    }
    const after = input.cursor === undefined ? null : placeIn(placeOf(list, input.cursor))
    const found = await differences(db, compared, after, pageSize + 1)
    const shown = found.slice(0, pageSize)
    const last = found.length > pageSize ? shown.at(-1) : undefined
    const members = async ({ day, at }: { day: string; at: Instant }) => ({
      ...{ day, at, members: (await totalsAt(db, organization.id, at)).members },
    })
    return {
      from: await members(from),
      to: await members(to),
      items: await told(db, organization.id, shown),
      nextCursor: last ? cursorAt(list, [last.kind, last.at, last.row]) : null,
    }
  },
})

async function refuseUnknown(db: Reads, organization: Parameters<typeof told>[1], member: MemberId) {
  const row = await db
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', organization)
    .where('id', '=', member)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { field: 'member' })
}

function placeIn([kind, at, row]: ReturnType<typeof placeOf>): DifferencePlace {
  const known = KINDS.find((one) => one === kind)
  if (!known || typeof at !== 'number' || typeof row !== 'number') throw new Refusal('cursor-invalid')
  return { kind: known, at, row }
}

/** The differences with the names of everybody and everything they are about, as they are called today. */
async function told(
  db: Reads,
  organization: Parameters<typeof groupsNamed>[1],
  found: readonly Difference[],
): Promise<readonly Change[]> {
  const users = await usersOf(
    db,
    found.flatMap((one) => one.member ?? []),
  )
  const people = await peopleOf(db, organization, [
    ...users.values(),
    ...found.flatMap((one) => one.by ?? []),
  ])
  const groups = await groupsNamed(
    db,
    organization,
    found.flatMap(({ group, subject }) => [group, subject].filter((id) => id !== null)),
  )
  const projects = await projectsNamed(
    db,
    organization,
    found.flatMap((one) => one.project ?? []),
  )
  const roles = await rolesNamed(
    db,
    found.flatMap(({ from, to }) => [from, to].filter((id) => id !== null)),
  )
  return found.map((one): Change => {
    const user = one.member && users.get(one.member)
    const project = one.project && projects.get(one.project)
    return {
      id: `${one.kind} ${one.row}`,
      ...{ kind: one.kind, at: one.at, member: one.member },
      person: (user && people.get(user)) ?? null,
      subject: (one.subject && groups.get(one.subject)) ?? null,
      project: project
        ? { id: project.id, name: project.name, archived: project.archived, deleted: project.deleted }
        : null,
      group: (one.group && groups.get(one.group)) ?? null,
      from: (one.from && roles.get(one.from)) ?? null,
      to: (one.to && roles.get(one.to)) ?? null,
      by: (one.by && people.get(one.by)) ?? null,
    }
  })
}

async function usersOf(db: Reads, members: readonly MemberId[]) {
  const rows = await db
    .selectFrom('member')
    .select(['id', 'user_id'])
    .where('id', 'in', listed(members))
    .execute()
  return new Map(rows.map((row) => [row.id, row.user_id]))
}

async function rolesNamed(db: Reads, ids: readonly RoleId[]): Promise<ReadonlyMap<RoleId, RoleRef>> {
  const rows = await db
    .selectFrom('role')
    .select(['id', 'key', 'name'])
    .where('id', 'in', listed(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, roleRef(row)]))
}
