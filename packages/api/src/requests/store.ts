import {
  type AssignmentId,
  type Instant,
  type InvitationId,
  type NewId,
  type OrganizationId,
  type ProjectId,
  Refusal,
  type RequestGround,
  type RequestId,
  type RequestState,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'

/** A request as the rules want it. */
export interface StoredRequest {
  readonly id: RequestId
  readonly organization: OrganizationId
  readonly user: UserId
  /** Null: to join the organization. */
  readonly project: ProjectId | null
  readonly state: RequestState
}

/** The request with this id in this organization. Refuses with `not-found`. */
export async function requestIn(
  db: Reads,
  organization: OrganizationId,
  id: RequestId,
): Promise<StoredRequest> {
  const request = await requestById(db, id)
  if (request?.organization !== organization) throw new Refusal('not-found')
  return request
}

/** The request with this id, wherever it is; who may touch it is the caller's rule to ask. */
export async function requestById(db: Reads, id: RequestId): Promise<StoredRequest | null> {
  const row = await db
    .selectFrom('access_request')
    .select(['id', 'organization_id', 'user_id', 'project_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    organization: row.organization_id,
    user: row.user_id,
    project: row.project_id,
    state: row.state,
  }
}

/** The open request of a person for a place, if there is one. */
export async function openRequest(
  db: Reads,
  { organization, user, project }: Pick<StoredRequest, 'organization' | 'user' | 'project'>,
): Promise<RequestId | null> {
  const row = await db
    .selectFrom('access_request')
    .select('id')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .where((where) =>
      project === null ? where('project_id', 'is', null) : where('project_id', '=', project),
    )
    .where('state', '=', sql.lit('pending'))
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes a request; that there is no other open one is the caller's to have asked. */
export async function insertRequest(
  tx: Transaction,
  newId: NewId,
  asked: Pick<StoredRequest, 'organization' | 'user' | 'project'> & {
    readonly reason: string
    readonly now: Instant
  },
): Promise<RequestId> {
  const id = newId('req')
  await tx
    .insertInto('access_request')
    .values({
      id,
      organization_id: asked.organization,
      user_id: asked.user,
      project_id: asked.project,
      reason: asked.reason,
      state: 'pending',
      created_at: asked.now,
      answered_at: null,
      answered_by: null,
      role_id: null,
      ground: null,
      message: null,
      invitation_id: null,
      assignment_id: null,
    })
    .execute()
  return id
}

/** What became of a request. */
export type Outcome = {
  readonly by: UserId
  readonly message: string | null
  readonly now: Instant
} & (
  | { readonly state: 'rejected' | 'withdrawn' }
  | {
      readonly state: 'approved'
      readonly role: RoleId
      readonly ground: RequestGround
      readonly invitation: InvitationId | null
      readonly assignment: AssignmentId | null
    }
)

/** Closes an open request; that it is open is the rule's to have said. */
export async function closeRequest(tx: Transaction, id: RequestId, outcome: Outcome): Promise<void> {
  const given = outcome.state === 'approved' ? outcome : null
  await tx
    .updateTable('access_request')
    .set({
      state: outcome.state,
      answered_at: outcome.now,
      answered_by: outcome.by,
      message: outcome.message,
      role_id: given?.role ?? null,
      ground: given?.ground ?? null,
      invitation_id: given?.invitation ?? null,
      assignment_id: given?.assignment ?? null,
    })
    .where('id', '=', id)
    .where('state', '=', sql.lit('pending'))
    .execute()
}

/** Takes away what somebody wrote and was answered, and closes what they still ask for, when their account goes. */
export async function eraseRequests(tx: Transaction, user: UserId, now: Instant): Promise<void> {
  await tx
    .updateTable('access_request')
    .set({ state: 'void', answered_at: now })
    .where('user_id', '=', user)
    .where('state', '=', sql.lit('pending'))
    .execute()
  await tx
    .updateTable('access_request')
    .set({ reason: '', message: null })
    .where('user_id', '=', user)
    .execute()
}
