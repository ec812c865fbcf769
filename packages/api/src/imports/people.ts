import {
  type ImportRow,
  type MemberId,
  type OrganizationId,
  personKey,
  type Recipient,
  type UserId,
} from '@roster/domain'
import { type Account, accountsBehind } from '../invitations/behind.ts'
import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'

/** Whom a row turns out to be about. */
export interface Somebody {
  /** The same for two rows about one person, by whichever name; null for nobody. Not for anybody's eyes. */
  readonly key: string | null
  readonly user: UserId | null
  /** Set for members of today. */
  readonly member: MemberId | null
  readonly name: string | null
}

/** Whom each of these rows is about. */
export async function peopleIn(
  db: Reads,
  organization: OrganizationId,
  rows: readonly Pick<ImportRow, 'recipient'>[],
): Promise<readonly Somebody[]> {
  const accounts = await accountsBehind(
    db,
    organization,
    rows.map((row) => row.recipient),
  )
  const behind = (recipient: Recipient): Account | undefined => {
    if (recipient.kind === 'invalid') return undefined
    return recipient.kind === 'email'
      ? accounts.byEmail.get(recipient.email)
      : accounts.byUsername.get(recipient.username)
  }
  const found = rows.map(({ recipient }) => ({ recipient, account: behind(recipient) }))
  const here = found.flatMap(({ account }) => (account?.memberHere ? [account.id] : []))
  const members = new Map((await membersOf(db, organization, here)).map((one) => [one.user_id, one]))
  return found.map(({ recipient, account }) => {
    const member = account && members.get(account.id)
    return {
      key: account?.email ?? personKey(recipient),
      user: account?.id ?? null,
      member: member?.id ?? null,
      name: member?.name ?? null,
    }
  })
}

function membersOf(db: Reads, organization: OrganizationId, users: readonly UserId[]) {
  return db
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .select((select) => ['m.id', 'm.user_id', select.fn.coalesce('m.display_name', 'u.name').as('name')])
    .where('m.organization_id', '=', organization)
    .where('m.user_id', 'in', listed(users))
    .where('m.until', 'is', null)
    .execute()
}
