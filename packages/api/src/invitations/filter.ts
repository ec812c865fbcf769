import { type Instant, type ProjectId, Refusal, type RoleId, searchWords, type UserId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'

/** What the list can be narrowed down to; `open` are all that are still to be answered, run out or not. */
export const LISTED_STATUSES = [
  'open',
  'pending',
  'active',
  'expired',
  'expiring',
  'undeliverable',
  'accepted',
  'declined',
  'revoked',
  'all',
] as const
export type ListedStatus = (typeof LISTED_STATUSES)[number]

export interface InvitationFilter {
  readonly status: ListedStatus
  readonly sender?: UserId | undefined
  readonly role?: RoleId | undefined
  readonly search?: string | undefined
  /** From this moment on. */
  readonly sentAfter?: Instant | undefined
  /** Up to, but not including, this moment. */
  readonly sentBefore?: Instant | undefined
  /** Only those that lead to this project, or led there when they were closed. */
  readonly project?: ProjectId | undefined
}

/** Less than this is left, in milliseconds: the rule's `expiresSoon`, as the database can walk it (D43). */
const SOON = 48 * 3_600_000

/** Whether nothing narrows the list down but being open, so that the kept total is its length. */
export function isPlain(filter: InvitationFilter): boolean {
  const { status, sender, role, search, sentAfter, sentBefore, project } = filter
  const narrowed = [sender, role, sentAfter, sentBefore, project].some((one) => one !== undefined)
  return status === 'open' && !narrowed && searchWords(search ?? '').length === 0
}

/**
 * The table to start from: failed mail is rare, so what could not be delivered starts from there; few invitations
 * lead to one project, so these start from what is offered there.
 */
export function startingAt(
  organization: string,
  { status, project }: Pick<InvitationFilter, 'status' | 'project'>,
): RawBuilder<unknown> {
  if (project !== undefined) {
    const offered = sql`(select distinct invitation_id from assignment
      where organization_id = ${organization} and project_id = ${project} and invitation_id is not null)`
    const mail = status === 'undeliverable' ? sql`cross join message m on m.id = i.message_id` : sql``
    return sql`${offered} offered cross join invitation i
      on i.organization_id = ${organization} and i.id = offered.invitation_id ${mail}`
  }
  return status === 'undeliverable'
    ? sql`message m cross join invitation i
            on i.organization_id = m.organization_id and i.id = m.reference_id and i.message_id = m.id`
    : sql`invitation i`
}

/** The conditions, the organization first. States are spelled out, or no partial index would serve. */
export function conditions(
  organization: string,
  filter: InvitationFilter,
  now: Instant,
): readonly RawBuilder<unknown>[] {
  const { status, sender, role, sentAfter, sentBefore, project } = filter
  if (sentAfter !== undefined && sentBefore !== undefined && sentAfter > sentBefore) {
    throw new Refusal('invalid-input', { field: 'sentBefore', reason: 'it is before the start' })
  }
  const found = [sql`i.organization_id = ${organization}`, ...ofStatus(organization, status, now)]
  if (sender !== undefined) found.push(sql`i.invited_by = ${sender}`)
  if (sentAfter !== undefined) found.push(sql`i.sent_at >= ${sentAfter}`)
  if (sentBefore !== undefined) found.push(sql`i.sent_at < ${sentBefore}`)
  if (project !== undefined) {
    found.push(sql`exists (select 1 from assignment a
      where a.organization_id = i.organization_id and a.invitation_id = i.id and a.project_id = ${project}
        and (a.until is null or a.until >= i.closed_at))`)
  }
  if (role !== undefined) found.push(sql`${roleNow} = ${role}`)
  // By username the address is not the senders' to know, not even by trying letters of it.
  for (const word of searchWords(filter.search ?? '')) {
    found.push(sql`instr(case when i.user_id is null then i.email
      else (select username from user where user.id = i.user_id) end, ${word}) > 0`)
  }
  return found
}

/** The role an invitation gives at the organization, or gave when it was closed. */
const roleNow = sql`(select a.role_id from assignment a
  where a.organization_id = i.organization_id and a.invitation_id = i.id and a.project_id is null
  order by a.id desc limit 1)`

const mailIn = (...states: readonly string[]) =>
  sql`exists (select 1 from message mail where mail.id = i.message_id
    and mail.state in (${sql.join(states.map((state) => sql.lit(state)))}))`

function ofStatus(organization: string, status: ListedStatus, now: Instant): readonly RawBuilder<unknown>[] {
  const open = sql`i.state = 'pending'`
  const notExpired = sql`(i.expires_at is null or i.expires_at > ${now})`
  switch (status) {
    case 'open':
      return [open]
    case 'expired':
      return [open, sql`i.expires_at <= ${now}`]
    case 'expiring':
      return [open, sql`i.expires_at > ${now}`, sql`i.expires_at < ${now + SOON}`]
    case 'pending':
      return [open, notExpired, mailIn('queued')]
    case 'active':
      return [open, notExpired, sql`not ${mailIn('queued', 'failed')}`]
    case 'undeliverable':
      return [
        sql`m.organization_id = ${organization}`,
        sql`m.kind = 'invitation'`,
        sql`m.state = 'failed'`,
        open,
        notExpired,
      ]
    case 'all':
      return [sql`i.state <> 'deleted'`]
    case 'accepted':
    case 'declined':
    case 'revoked':
      return [sql`i.state = ${sql.lit(status)}`, sql`i.state <> 'pending'`]
  }
}
