import { type Instant, Refusal, type UserId } from '@roster/domain'
import { z } from 'zod'
import { endMembership } from '../members/store.ts'
import { Password } from '../platform/input.ts'
import { type OpenAuditFacts, openCommand } from '../platform/open-command.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { confirmedAccount } from './current-password.ts'
import { eraseAccount } from './erase.ts'
import { closeInvitationsTo } from './invited.ts'
import { ownAccount } from './store.ts'

/**
 * Deletes the caller's account: memberships end, sessions end, and what is known of the person is erased; history
 * keeps the bare id. Invitations to their address stay, since whoever has the mailbox may still want them; those to
 * the account itself are closed. Refuses with `owns-organizations`, naming those that would be left without an
 * owner, `wrong-password` (password), `too-many-attempts` and `busy`.
 */
export const deleteAccount = openCommand({
  opensTo: 'signed-in',
  records: 'identity.account-deleted',
  input: z.strictObject({ password: Password }),
  async prepare(call, { password }) {
    await confirmedAccount(call, password, 'password')
  },
  async run({ tx, actor, now }) {
    const { id } = await ownAccount(tx, actor)
    await refuseLastOwner(tx, id)
    const left = await endMemberships(tx, id, now)
    const declined = await closeInvitationsTo(tx, id, now)
    await eraseAccount(tx, id, now)
    return {
      result: {},
      audit: [{ target: { kind: 'user', id } }, ...left, ...declined],
      people: [id],
      session: 'ends',
    }
  },
})

async function refuseLastOwner(db: Reads, user: UserId): Promise<void> {
  const alone = await db
    .selectFrom('member as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'm.organization_id').onRef('a.member_id', '=', 'm.id'),
    )
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select(['o.name', 'o.slug'])
    .where('m.user_id', '=', user)
    .where('m.until', 'is', null)
    .where('o.until', 'is', null)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .where('r.key', '=', 'owner')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assignment as other')
            .select('other.id')
            .whereRef('other.organization_id', '=', 'o.id')
            .whereRef('other.role_id', '=', 'r.id')
            .whereRef('other.member_id', '<>', 'm.id')
            .where('other.until', 'is', null),
        ),
      ),
    )
    .orderBy('o.name')
    .execute()
  if (alone.length === 0) return
  throw new Refusal('owns-organizations', {
    organizations: alone.map((organization) => organization.name),
    slugs: alone.map((organization) => organization.slug),
  })
}

async function endMemberships(tx: Transaction, user: UserId, now: Instant): Promise<OpenAuditFacts[]> {
  const memberships = await tx
    .selectFrom('member as m')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'm.organization_id').onRef('a.member_id', '=', 'm.id'),
    )
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select(['m.id as member', 'm.organization_id as organization', 'r.id as role', 'r.name as role_name'])
    .where('m.user_id', '=', user)
    .where('m.until', 'is', null)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .execute()
  for (const { member, organization } of memberships) {
    await endMembership(tx, { organization, member, by: user, now })
  }
  return memberships.map(({ member, organization, role, role_name }) => ({
    action: 'member.left',
    organization,
    target: { kind: 'user', id: user },
    facts: { member, role, role_name, account_deleted: true },
  }))
}
