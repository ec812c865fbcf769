import {
  type AssignmentId,
  decide,
  type GroupId,
  type Instant,
  type InvitationId,
  type MemberId,
  orThrow,
  type ProjectId,
  type UserId,
} from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Paging } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { type QueryContext, query } from '../platform/query.ts'
import type { ProjectRef } from '../projects/rows.ts'
import { inSeenProject, seenProjects } from '../projects/seen-refs.ts'
import { roleFound } from './found.ts'
import { groupNames } from './people-with.ts'

/** Where a role is held, and by whom: a person, a group, or an invitation that is still open. */
export interface Holder {
  readonly assignment: AssignmentId
  readonly person: (Person & { readonly member: MemberId }) | null
  readonly group: { readonly id: GroupId; readonly name: string } | null
  readonly invitation: { readonly id: InvitationId; readonly recipient: string } | null
  /** Null in the whole organization. */
  readonly project: ProjectRef | null
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly by: Person | null
}

export interface Holders {
  readonly items: readonly Holder[]
  readonly total: number
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
}

const MOST_COUNTED = 10_000
const COLUMN = { people: 'member_id', groups: 'group_id', invitations: 'invitation_id' } as const

/**
 * Who holds a role, directly: people, groups or invitations, in the order in which they got it. Places in projects
 * that the caller may not know of are left out. Groups need `groups.read`, invitations `invitations.read`.
 */
export const roleHolders = query({
  permission: 'members.read',
  input: inOrganization({
    role: IdOf('rol'),
    kind: z.enum(['people', 'groups', 'invitations']).default('people'),
    ...Paging,
  }),
  async run(context, { role, kind, page, pageSize, cursor }): Promise<Holders> {
    const { db, organization, held } = context
    if (kind === 'groups') orThrow(decide(held, 'groups.read'))
    if (kind === 'invitations') orThrow(decide(held, 'invitations.read'))
    await roleFound(db, organization, role)
    const list = [organization.id, role, kind]
    const after = cursor === undefined ? '' : String(placeOf(list, cursor)[0])
    const which = sql`a.organization_id = ${organization.id} and a.role_id = ${role} and a.until is null
      and ${sql.ref(`a.${COLUMN[kind]}`)} is not null and ${inSeenProject(held, 'a.project_id')}`
    const offset = cursor === undefined ? (page - 1) * pageSize : 0
    const { rows } = await sql<HolderRow>`
      select a.id, a.member_id, a.group_id, a.invitation_id, a.project_id, a.since, a.expires_at, a.given_by,
             m.user_id, i.email, i.user_id as invited
        from assignment a
        left join member m on m.id = a.member_id
        left join invitation i on i.id = a.invitation_id
        where ${which} and a.id > ${after} order by a.id limit ${pageSize + 1} offset ${offset}
    `.execute(db)
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    const total = await counted(context, which)
    return {
      items: await described(context, shown),
      total: Math.min(total, MOST_COUNTED),
      totalIsCapped: total > MOST_COUNTED,
      nextCursor: rows.length > pageSize && last ? cursorAt(list, [last.id]) : null,
      page,
    }
  },
})

interface HolderRow {
  readonly id: AssignmentId
  readonly member_id: MemberId | null
  readonly group_id: GroupId | null
  readonly invitation_id: InvitationId | null
  readonly project_id: ProjectId | null
  readonly since: Instant
  readonly expires_at: Instant | null
  readonly given_by: UserId | null
  readonly user_id: UserId | null
  readonly email: string | null
  readonly invited: UserId | null
}

async function counted({ db }: QueryContext, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ holders: number }>`
    select count(*) as holders from (select 1 from assignment a where ${which} limit ${MOST_COUNTED + 1})
  `.execute(db)
  return rows[0]?.holders ?? 0
}

async function described(
  { db, organization, held }: QueryContext,
  rows: readonly HolderRow[],
): Promise<readonly Holder[]> {
  const people = await peopleOf(
    db,
    organization.id,
    rows.flatMap((row) => [row.user_id, row.given_by, row.invited].flatMap((user) => user ?? [])),
  )
  const groups = await groupNames(
    db,
    organization.id,
    rows.flatMap((row) => row.group_id ?? []),
  )
  const projects = await seenProjects(
    db,
    { organization: organization.id, held },
    rows.flatMap((row) => row.project_id ?? []),
  )
  const personOf = (user: UserId | null) => (user ? (people.get(user) ?? null) : null)
  return rows.map((row): Holder => {
    const person = personOf(row.user_id)
    const recipient = row.invited ? personOf(row.invited)?.username : row.email
    return {
      assignment: row.id,
      person: person && row.member_id ? { ...person, member: row.member_id } : null,
      group: row.group_id ? { id: row.group_id, name: groups.get(row.group_id) ?? '' } : null,
      invitation: row.invitation_id ? { id: row.invitation_id, recipient: recipient ?? '' } : null,
      project: row.project_id ? (projects.get(row.project_id) ?? null) : null,
      since: row.since,
      expiresAt: row.expires_at,
      by: personOf(row.given_by),
    }
  })
}
