import {
  type AssignmentId,
  type InvitationId,
  isId,
  type MemberId,
  type OrganizationId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { AuditValue } from '../platform/audit.ts'
import { listed } from '../platform/listed.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import type { StoredEntry } from './stored-entry.ts'

/** What the ids in a page of entries are called today; ids of anything that has no name are missing. */
export interface Labels {
  readonly people: ReadonlyMap<UserId, Person>
  readonly names: ReadonlyMap<string, string>
  readonly allowedBy: ReadonlyMap<AssignmentId, RoleRef>
}

/** Tables whose rows have a name of their own, and what their ids begin with. */
const NAMED = ['role', 'project', 'group', 'domain', 'import', 'api_key', 'named_service', 'webhook'] as const
const NAMED_IDS = ['rol', 'prj', 'grp', 'dom', 'imp', 'key', 'svc', 'whk'] as const

/** One entry should never make a page expensive: names of ids beyond this many stay ids. */
const MOST_IDS = 2_000

/**
 * Looks up the people, invitations, roles, projects and groups that entries name by id, a statement for each kind. An address shows
 * only for an invitation that was sent to an address; one sent to a username shows the username.
 */
export async function labelsFor(
  db: Reads,
  organization: { readonly id: OrganizationId; readonly name: string },
  entries: readonly StoredEntry[],
): Promise<Labels> {
  const ids = idsIn(entries)
  const members = await memberUsers(db, organization.id, ids.members)
  const invitations = await invitationRecipients(db, organization.id, ids.invitations)
  const people = await peopleOf(db, organization.id, [
    ...ids.users,
    ...members.values(),
    ...[...invitations.values()].flatMap(({ user }) => (user ? [user] : [])),
  ])
  const names = new Map<string, string>([[organization.id, organization.name]])
  for (const [id, person] of people) names.set(id, person.name)
  for (const [id, user] of members) names.set(id, people.get(user)?.name ?? id)
  for (const [id, { email, user }] of invitations) {
    const person = user ? people.get(user) : undefined
    const name = user ? (person?.username ?? person?.name ?? id) : email
    // Its personal data is gone.
    if (name !== '') names.set(id, name)
  }
  for (const table of NAMED) {
    for (const [id, name] of await namesIn(db, table, organization.id, ids.named)) names.set(id, name)
  }
  return { people, names, allowedBy: await rolesOfAssignments(db, organization.id, ids.assignments) }
}

/** The strings among the facts, lists taken apart. */
export function textsIn(facts: Readonly<Record<string, AuditValue>>): readonly string[] {
  return Object.values(facts)
    .flat()
    .filter((value) => typeof value === 'string')
}

function idsIn(entries: readonly StoredEntry[]) {
  const said = new Set<string>()
  for (const { actor, key, target, facts } of entries) {
    for (const id of [actor, key, target?.id, ...textsIn(facts)]) {
      if (id && said.size < MOST_IDS) said.add(id)
    }
  }
  const all = [...said]
  return {
    users: all.filter((id) => isId('usr', id)),
    members: all.filter((id) => isId('mem', id)),
    invitations: all.filter((id) => isId('inv', id)),
    named: all.filter((id) => NAMED_IDS.some((prefix) => isId(prefix, id))),
    assignments: [...new Set(entries.flatMap(({ allowedBy }) => (allowedBy ? [allowedBy] : [])))],
  }
}

async function memberUsers(db: Reads, organization: OrganizationId, ids: readonly MemberId[]) {
  const rows = await db
    .selectFrom('member')
    .select(['id', 'user_id'])
    .where('organization_id', '=', organization)
    .where('id', 'in', listed(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row.user_id]))
}

async function invitationRecipients(db: Reads, organization: OrganizationId, ids: readonly InvitationId[]) {
  const rows = await db
    .selectFrom('invitation')
    .select(['id', 'email', 'user_id'])
    .where('organization_id', '=', organization)
    .where('id', 'in', listed(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, { email: row.email, user: row.user_id }]))
}

/** The names of roles, projects or groups, also of those that have ended. */
async function namesIn(
  db: Reads,
  table: (typeof NAMED)[number],
  organization: OrganizationId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(table)}
      where organization_id = ${organization} and id in (select value from json_each(${JSON.stringify(ids)}))
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function rolesOfAssignments(db: Reads, organization: OrganizationId, ids: readonly AssignmentId[]) {
  const { rows } = await sql<Pick<Row<'role'>, 'id' | 'key' | 'name'> & { assignment: AssignmentId }>`
    select a.id as assignment, r.id, r.key, r.name
      from json_each(${JSON.stringify(ids)}) j
      cross join assignment a on a.id = j.value and a.organization_id = ${organization}
      join role r on r.id = a.role_id
  `.execute(db)
  return new Map(rows.map((row) => [row.assignment, roleRef(row)]))
}
