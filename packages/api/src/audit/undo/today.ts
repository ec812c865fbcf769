import type { MemberId } from '@roster/domain'
import { sql } from 'kysely'
import type { UndoContext } from './scope.ts'

type Who = { readonly member: MemberId } | object

/**
 * Whoever it was then, as they are here today: somebody who was removed and came back has another membership. Null
 * for people who are not members any more and for invitations that are not open any more.
 */
export async function today<W extends Who>(context: UndoContext, who: W): Promise<W | null> {
  if ('member' in who && typeof who.member === 'string') {
    const member = await presentMembership(context, who.member)
    return member && { ...who, member }
  }
  if (!('invitation' in who) || typeof who.invitation !== 'string') return who
  const { tx, organization } = context
  const { rows } = await sql`
    select 1 from invitation
      where organization_id = ${organization.id} and id = ${who.invitation} and state = 'pending'
  `.execute(tx)
  return rows.length > 0 ? who : null
}

async function presentMembership(
  { tx, organization }: UndoContext,
  former: string,
): Promise<MemberId | null> {
  const { rows } = await sql<{ id: MemberId }>`
    select m.id from member former
      join member m on m.organization_id = former.organization_id and m.user_id = former.user_id
        and m.until is null
      where former.organization_id = ${organization.id} and former.id = ${former}
  `.execute(tx)
  return rows[0]?.id ?? null
}
