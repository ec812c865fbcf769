import type {
  Instant,
  InvitationId,
  OrganizationId,
  ProjectId,
  RequestGround,
  RequestId,
  RequestState,
} from '@roster/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import { openQuery } from '../platform/query.ts'

/** As many of the latest as anybody looks at. */
const MOST = 100

/** A request of one's own, with what became of it. */
export interface MyRequest {
  readonly id: RequestId
  readonly organization: { readonly id: OrganizationId; readonly name: string; readonly slug: string }
  /** Null: to join the organization. */
  readonly project: { readonly id: ProjectId; readonly name: string } | null
  readonly reason: string
  readonly state: RequestState
  readonly madeAt: Instant
  readonly answeredAt: Instant | null
  readonly role: string | null
  readonly ground: RequestGround | null
  readonly message: string | null
  /** The invitation it became, while it waits for an answer. */
  readonly invitation: InvitationId | null
}

interface MyRow {
  readonly id: RequestId
  readonly organization_id: OrganizationId
  readonly organization: string
  readonly slug: string
  readonly project_id: ProjectId | null
  readonly project: string | null
  readonly reason: string
  readonly state: RequestState
  readonly created_at: Instant
  readonly answered_at: Instant | null
  readonly role: string | null
  readonly ground: RequestGround | null
  readonly message: string | null
  readonly invitation: InvitationId | null
}

/** What the caller has asked for, the latest first, with the answers. */
export const myRequests = openQuery({
  opensTo: 'signed-in',
  input: z.strictObject({}),
  async run({ db, actor }): Promise<readonly MyRequest[]> {
    const { rows } = await sql<MyRow>`
      select r.id, r.organization_id, o.name as organization, o.slug, r.project_id, p.name as project, r.reason,
             r.state, r.created_at, r.answered_at, role.name as role, r.ground, r.message, i.id as invitation
        from access_request r
        cross join organization o on o.id = r.organization_id
        left join project p on p.id = r.project_id
        left join role on role.id = r.role_id
        left join invitation i on i.id = r.invitation_id and i.state = 'pending'
        where r.user_id = ${actor.id}
        order by r.id desc limit ${MOST}
    `.execute(db)
    return rows.map((row) => ({
      id: row.id,
      organization: { id: row.organization_id, name: row.organization, slug: row.slug },
      project: row.project_id === null ? null : { id: row.project_id, name: row.project ?? '' },
      reason: row.reason,
      state: row.state,
      madeAt: row.created_at,
      answeredAt: row.answered_at,
      role: row.role,
      ground: row.ground,
      message: row.message,
      invitation: row.invitation,
    }))
  },
})
