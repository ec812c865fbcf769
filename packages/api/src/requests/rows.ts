import type {
  Instant,
  InvitationId,
  OrganizationId,
  ProjectId,
  RequestGround,
  RequestId,
  RequestState,
  RoleId,
  UserId,
} from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { DELETED_ACCOUNT, type Person, peopleOf, pictureAt } from '../platform/people.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** A request as whoever may answer it sees it. */
export interface ListedRequest {
  readonly id: RequestId
  /** Whoever asks shows their name and address by asking. */
  readonly person: Person
  /** Null: to join the organization. */
  readonly project: { readonly id: ProjectId; readonly name: string; readonly archived: boolean } | null
  readonly reason: string
  readonly state: RequestState
  readonly madeAt: Instant
  readonly answeredAt: Instant | null
  readonly answeredBy: Person | null
  /** What was given, on which ground. */
  readonly role: RoleRef | null
  readonly ground: RequestGround | null
  readonly message: string | null
  readonly invitation: InvitationId | null
}

interface RequestRow {
  readonly id: RequestId
  readonly user_id: UserId
  readonly name: string
  readonly username: string | null
  readonly email: string | null
  readonly email_verified_at: Instant | null
  readonly avatar: string | null
  readonly deleted_at: Instant | null
  readonly project_id: ProjectId | null
  readonly project: string | null
  readonly archived_at: Instant | null
  readonly reason: string
  readonly state: RequestState
  readonly created_at: Instant
  readonly answered_at: Instant | null
  readonly answered_by: UserId | null
  readonly role_id: RoleId | null
  readonly role_key: string | null
  readonly role_name: string | null
  readonly ground: RequestGround | null
  readonly message: string | null
  readonly invitation_id: InvitationId | null
}

/** The requests of an organization that pass, the latest first. */
export async function requestRows(
  db: Reads,
  organization: OrganizationId,
  passes: RawBuilder<unknown>,
  { take, skip }: { readonly take: number; readonly skip: number },
): Promise<readonly ListedRequest[]> {
  const { rows } = await sql<RequestRow>`
    select r.id, r.user_id, u.name, u.username, u.email, u.email_verified_at, u.avatar, u.deleted_at,
           r.project_id, p.name as project, p.archived_at, r.reason, r.state, r.created_at, r.answered_at,
           r.answered_by, r.role_id, o.key as role_key, o.name as role_name, r.ground, r.message, r.invitation_id
      from access_request r
      cross join user u on u.id = r.user_id
      left join project p on p.id = r.project_id
      left join role o on o.id = r.role_id
      where r.organization_id = ${organization} and ${passes}
      order by r.id desc limit ${take} offset ${skip}
  `.execute(db)
  const people = await peopleOf(
    db,
    organization,
    rows.flatMap((row) => row.answered_by ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    person: asker(row),
    project:
      row.project_id === null
        ? null
        : { id: row.project_id, name: row.project ?? '', archived: row.archived_at !== null },
    reason: row.reason,
    state: row.state,
    madeAt: row.created_at,
    answeredAt: row.answered_at,
    answeredBy: (row.answered_by && people.get(row.answered_by)) ?? null,
    role: row.role_id && roleRef({ id: row.role_id, key: row.role_key, name: row.role_name ?? '' }),
    ground: row.ground,
    message: row.message,
    invitation: row.invitation_id,
  }))
}

function asker(row: RequestRow): Person {
  return {
    user: row.user_id,
    name: row.deleted_at === null ? row.name : DELETED_ACCOUNT,
    username: row.username,
    email: row.email,
    verified: row.email_verified_at !== null,
    avatar: pictureAt(row.avatar),
  }
}
