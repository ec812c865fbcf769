import { type ChangeId, type Instant, isId, type OrganizationId, Refusal, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { storedEntry } from '../../audit/stored-entry.ts'
import { IdOf, inOrganization } from '../../platform/input.ts'
import { type Person, peopleOf } from '../../platform/people.ts'
import { query } from '../../platform/query.ts'
import type { Reads } from '../../platform/writer.ts'

/** What an offboarding ended, out of the rows that ended with it and the entries of the trail that tell of it. */
export interface OffboardEvidence {
  readonly person: Person | null
  readonly by: Person | null
  readonly at: Instant
  /** Roles by where they were held; null is the organization. */
  readonly roles: readonly {
    readonly role: string
    readonly project: string | null
    readonly since: Instant
  }[]
  readonly groups: readonly { readonly name: string; readonly since: Instant }[]
  readonly invitations: readonly {
    readonly recipient: string
    readonly became: 'revoked' | 'handed-over'
  }[]
  readonly sessions: number
  /** Entries of the trail that prove it, with their hashes. */
  readonly entries: readonly { readonly sequence: number; readonly hash: string }[]
}

/** The evidence of an offboarding, by its call. Refuses with `not-found`. */
export const offboardEvidence = query({
  permission: 'members.remove',
  input: inOrganization({ change: IdOf('chg') }),
  async run({ db, organization }, { change }): Promise<OffboardEvidence> {
    const entries = await entriesOf(db, organization.id, change)
    const own = entries.find(({ action }) => action === 'member.offboarded')
    const user = own?.target?.id
    if (!own || user === undefined || !isId('usr', user)) throw new Refusal('not-found', { field: 'change' })
    const people = await peopleOf(
      db,
      organization.id,
      [user, own.actor].filter((id) => id !== null),
    )
    const { member, sessions } = own.facts
    return {
      person: people.get(user) ?? null,
      by: own.actor ? (people.get(own.actor) ?? null) : null,
      at: own.at,
      roles: await rolesEnded(db, organization.id, change, String(member)),
      groups: await groupsEnded(db, organization.id, change, String(member)),
      invitations: await invitationsSettled(db, organization.id, entries),
      sessions: typeof sessions === 'number' ? sessions : 0,
      entries: entries.map(({ sequence, hash }) => ({ sequence, hash })),
    }
  },
})

async function entriesOf(db: Reads, organization: OrganizationId, change: ChangeId) {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'hash', 'entry'])
    .where('chain', '=', organization)
    .where('change_id', '=', change)
    .orderBy('sequence')
    .execute()
  return rows.map(({ entry, ...row }) => ({ ...row, ...storedEntry(entry) }))
}

async function rolesEnded(db: Reads, organization: OrganizationId, change: ChangeId, member: string) {
  const { rows } = await sql<OffboardEvidence['roles'][number]>`
    select r.name as role, p.name as project, a.since
      from assignment a join role r on r.id = a.role_id left join project p on p.id = a.project_id
      where a.ended_in = ${change} and a.organization_id = ${organization} and a.member_id = ${member}
      order by p.name_key, a.id
  `.execute(db)
  return rows
}

async function groupsEnded(db: Reads, organization: OrganizationId, change: ChangeId, member: string) {
  const { rows } = await sql<OffboardEvidence['groups'][number]>`
    select g.name, m.since from group_member m join "group" g on g.id = m.group_id
      where m.ended_in = ${change} and m.organization_id = ${organization} and m.member_id = ${member}
      order by g.name_key
  `.execute(db)
  return rows
}

/** An address shows only for an invitation that was sent to an address. */
async function invitationsSettled(
  db: Reads,
  organization: OrganizationId,
  entries: Awaited<ReturnType<typeof entriesOf>>,
): Promise<OffboardEvidence['invitations']> {
  const settled = entries.flatMap(({ action, target }) =>
    target && isId('inv', target.id) ? [{ id: target.id, action }] : [],
  )
  const { rows } = await sql<{ id: string; email: string; user: UserId | null; username: string | null }>`
    select i.id, i.email, i.user_id as user, u.username
      from json_each(${JSON.stringify(settled.map(({ id }) => id))}) j
      cross join invitation i on i.id = j.value and i.organization_id = ${organization}
      left join user u on u.id = i.user_id
  `.execute(db)
  const recipients = new Map(
    rows.map(({ id, email, user, username }) => [id, user ? `@${username ?? 'deleted account'}` : email]),
  )
  return settled.map(({ id, action }) => ({
    recipient: recipients.get(id) ?? 'a purged invitation',
    became: action === 'invitation.revoked' ? 'revoked' : 'handed-over',
  }))
}
