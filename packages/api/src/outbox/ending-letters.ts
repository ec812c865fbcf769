import { expired, isId } from '@roster/domain'
import { invitationEnding } from '@roster/mail'
import { lastRoles } from '../invitations/last-roles.ts'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'

/** To whoever invited, while the invitation is open and they are still there (D43). */
export const composeInvitationEnding: Compose = async (deps, message, now) => {
  const id = message.reference_id
  if (!isId('inv', id)) return null
  const found = await deps.reader
    .selectFrom('invitation as i')
    .innerJoin('organization as o', 'o.id', 'i.organization_id')
    .innerJoin('member as m', (join) =>
      join
        .onRef('m.organization_id', '=', 'i.organization_id')
        .onRef('m.user_id', '=', 'i.invited_by')
        .on('m.until', 'is', null),
    )
    .leftJoin('user as u', 'u.id', 'i.user_id')
    .select(['i.organization_id', 'i.email', 'i.user_id', 'i.state', 'i.expires_at', 'i.invited_by'])
    .select(['o.name', 'o.slug', 'u.username'])
    .where('i.id', '=', id)
    .where('o.until', 'is', null)
    .executeTakeFirst()
  const inviter = found && (await account(deps, found.invited_by))
  if (!found || !inviter || found.state !== 'pending' || found.expires_at === null) return null
  if (expired({ state: found.state, expiresAt: found.expires_at }, now)) return null
  const roles = await lastRoles(deps.reader, [{ id, organization_id: found.organization_id }])
  const rendered = invitationEnding({
    name: inviter.name,
    organization: found.name,
    // Whoever was invited by username keeps their address to themself.
    recipient:
      found.user_id === null
        ? { kind: 'email', text: found.email }
        : { kind: 'username', text: found.username ?? '' },
    role: roles.get(id)?.role.name ?? '',
    expiresAt: found.expires_at,
    now,
    link: `${deps.instance.url}/${found.slug}/members/invitations?status=expiring`,
    host: hostOf(deps),
  })
  return { to: inviter.email, rendered }
}
