import {
  type Delivery,
  type Instant,
  type Invitation,
  isEmail,
  isId,
  type OrganizationId,
  type UserId,
} from '@roster/domain'
import { listed } from '../platform/listed.ts'
import type { MessageState, Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'

/** An invitation as the rules take it, with what the table knows besides. */
export interface StoredInvitation extends Invitation {
  readonly organization: OrganizationId
  readonly message: string | null
  readonly welcome: boolean
  /** Whether its mail carries the organization's own text. */
  readonly template: boolean
  /** Whether whoever accepts also joins the projects that new members join. */
  readonly defaultProjects: boolean
  readonly invitedBy: UserId
  readonly sentAt: Instant
  readonly openedAt: Instant | null
  readonly closedBy: UserId | null
  /** What became of its latest mail. */
  readonly delivery: Delivery
}

/** What the outbox says of a mail, in the words of the rules. */
export function deliveryOf(state: MessageState | null): Delivery {
  if (state === 'handed-over') return 'sent'
  return state === 'queued' || state === 'failed' ? state : 'none'
}

/** The invitations with these ids wherever they are; the caller says which of them may be touched. */
export function invitationRows(db: Reads) {
  return db
    .selectFrom('invitation as i')
    .leftJoin('message as m', 'm.id', 'i.message_id')
    .select([
      'i.id',
      'i.organization_id',
      'i.email',
      'i.user_id',
      'i.state',
      'i.generation',
      'i.message',
      'i.welcome',
      'i.template',
      'i.default_projects',
      'i.invited_by',
      'i.sent_at',
      'i.expires_at',
      'i.opened_at',
      'i.closed_at',
      'i.closed_by',
      'm.state as delivery',
    ])
}

type InvitationRow = Pick<
  Row<'invitation'>,
  | 'id'
  | 'organization_id'
  | 'email'
  | 'user_id'
  | 'state'
  | 'generation'
  | 'message'
  | 'welcome'
  | 'template'
  | 'default_projects'
  | 'invited_by'
  | 'sent_at'
  | 'expires_at'
  | 'opened_at'
  | 'closed_at'
  | 'closed_by'
> & { readonly delivery: MessageState | null }

/** The address of a closed invitation whose personal data is gone; nobody can have it. */
export const NOBODY = '@'

/** The row as the rules want it. */
export function storedInvitation(row: InvitationRow): StoredInvitation {
  const email = row.email === '' && row.state !== 'pending' ? NOBODY : row.email
  if (email !== NOBODY && !isEmail(email)) throw new TypeError(`The address of ${row.id} is damaged.`)
  return {
    id: row.id,
    organization: row.organization_id,
    state: row.state,
    expiresAt: row.expires_at,
    generation: row.generation,
    email,
    user: row.user_id,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    message: row.message,
    welcome: row.welcome === 1,
    template: row.template === 1,
    defaultProjects: row.default_projects === 1,
    invitedBy: row.invited_by,
    sentAt: row.sent_at,
    openedAt: row.opened_at,
    delivery: deliveryOf(row.delivery),
  }
}

/** The invitation with this id, in whichever organization. */
export async function invitationById(db: Reads, id: string): Promise<StoredInvitation | undefined> {
  if (!isId('inv', id)) return undefined
  const row = await invitationRows(db).where('i.id', '=', id).executeTakeFirst()
  return row && storedInvitation(row)
}

/** Those of the ids that are invitations of this organization. Another organization's do not exist here. */
export async function invitationsById(
  db: Reads,
  organization: OrganizationId,
  ids: readonly string[],
): Promise<Map<string, StoredInvitation>> {
  const rows = await invitationRows(db)
    .where('i.organization_id', '=', organization)
    .where('i.id', 'in', listed(ids.filter((id) => isId('inv', id))))
    .execute()
  return new Map(rows.map((row) => [row.id, storedInvitation(row)]))
}
