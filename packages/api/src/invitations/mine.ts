import { type Instant, type InvitationId, type InvitationStatus, status, type UserId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { DELETED_ACCOUNT } from '../platform/people.ts'
import { openQuery } from '../platform/query.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type InviteeAccount, inviteeAccount } from './invitee.ts'
import { lastRoles } from './last-roles.ts'

/** An invitation in the account of the person it is for. */
export interface MyInvitation {
  readonly id: InvitationId
  readonly organization: { readonly name: string; readonly slug: string }
  readonly role: { readonly name: string }
  readonly status: InvitationStatus
  readonly inviter: string
  readonly sentAt: Instant
  readonly expiresAt: Instant | null
  readonly closedAt: Instant | null
}

export interface MyInvitations {
  readonly open: readonly MyInvitation[]
  /** Answered, withdrawn and run out, the latest first. */
  readonly past: readonly MyInvitation[]
}

const MOST = 200

/**
 * The caller's own invitations in every organization (O13): those by username, and those to their address once
 * they have shown that it is theirs. What an earlier owner of the address answered is not shown.
 */
export const myInvitations = openQuery({
  opensTo: 'signed-in',
  input: z.strictObject({}),
  async run({ db, actor, now }): Promise<MyInvitations> {
    const user = await inviteeAccount(db, actor.id)
    const rows = user ? await rowsFor(db, user) : []
    const roles = await lastRoles(db, rows)
    const mine = rows.map((row): MyInvitation => {
      const { id, sent_at, expires_at, closed_at, slug, inviter, display_name, state } = row
      return {
        id,
        organization: { name: row.organization, slug },
        role: { name: roles.get(id)?.role.name ?? '' },
        status: status({ state, expiresAt: expires_at }, 'none', now),
        inviter: row.gone === 1 ? DELETED_ACCOUNT : (display_name ?? inviter),
        sentAt: sent_at,
        expiresAt: expires_at,
        closedAt: closed_at,
      }
    })
    return {
      open: mine.filter((one) => one.status === 'active'),
      past: mine.filter((one) => one.status !== 'active'),
    }
  },
})

type MyRow = Pick<
  Row<'invitation'>,
  'id' | 'organization_id' | 'state' | 'sent_at' | 'expires_at' | 'closed_at'
> & {
  readonly organization: string
  readonly slug: string
  readonly inviter: string
  readonly display_name: string | null
  readonly gone: 0 | 1
}

async function rowsFor(db: Reads, { id, email, verified }: InviteeAccount): Promise<readonly MyRow[]> {
  const byUsername = select(sql`i.user_id = ${id}`, id)
  const byAddress = select(sql`i.email = ${email} and i.user_id is null`, id)
  const { rows } = await sql<MyRow>`
    select * from (${verified ? sql`${byUsername} union all ${byAddress}` : byUsername})
      order by sent_at desc, id desc limit ${MOST}
  `.execute(db)
  return rows
}

function select(condition: RawBuilder<unknown>, user: UserId): RawBuilder<unknown> {
  return sql`
    select i.id as id, i.organization_id, i.state, i.sent_at, i.expires_at, i.closed_at,
           o.name as organization, o.slug, u.name as inviter, m.display_name, u.deleted_at is not null as gone
      from invitation i
      join organization o on o.id = i.organization_id and o.until is null
      join user u on u.id = i.invited_by
      left join member m
        on m.organization_id = i.organization_id and m.user_id = i.invited_by and m.until is null
      where ${condition} and i.state not in ('superseded', 'deleted')
        and (i.state not in ('accepted', 'declined') or i.closed_by is null or i.closed_by = ${user})`
}
