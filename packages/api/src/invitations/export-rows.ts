import type { Instant, ProjectId, RoleId, UserId } from '@roster/domain'
import { type ExportRows, iso, ROWS_AT_ONCE } from '../platform/export-row.ts'
import { projectOf } from '../platform/project.ts'
import type { QueryContext } from '../platform/query.ts'
import type { ListedStatus } from './filter.ts'
import { listInvitations } from './list.ts'

/** Which invitations go into an export: the filters of the list, `from` and `to` when they were sent. */
interface Asked {
  readonly organization: string
  readonly search?: string | undefined
  readonly role?: RoleId | undefined
  readonly status?: ListedStatus | undefined
  readonly sender?: UserId | undefined
  readonly project?: ProjectId | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** The invitations that the list shows under the same filters, the newest first. */
export async function* invitationRows(context: QueryContext, asked: Asked): ExportRows {
  const { organization, search, role, status = 'open', sender, project, from, to } = asked
  const at = project
    ? await projectOf(context.db, { organization: context.organization.id, held: context.held }, project)
    : null
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listInvitations.run(
      { ...context, project: at },
      {
        organization,
        status,
        ...(search !== undefined && { search }),
        ...(role && { role }),
        ...(sender && { sender }),
        ...(project && { project }),
        ...(from !== undefined && { sentAfter: from }),
        ...(to !== undefined && { sentBefore: to }),
        ...(cursor !== undefined && { cursor }),
        sort: 'sent',
        page: 1,
        pageSize: ROWS_AT_ONCE,
      },
    )
    yield items.map((invitation) => ({
      invitation: invitation.id,
      email: invitation.recipient.email,
      username: invitation.recipient.username,
      role: invitation.role.name,
      role_id: invitation.role.id,
      projects: invitation.places.projects.map((place) => `${place.project.name}: ${place.role.name}`),
      groups: invitation.places.groups.map((place) => place.name),
      status: invitation.status,
      sent_at: iso(invitation.sentAt),
      expires_at: iso(invitation.expiresAt),
      opened_at: iso(invitation.openedAt),
      closed_at: iso(invitation.closedAt),
      invited_by: invitation.invitedBy.name,
      delivery: invitation.delivery?.state ?? null,
    }))
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
}
