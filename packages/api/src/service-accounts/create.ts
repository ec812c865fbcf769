import {
  MOST_SERVICE_ACCOUNTS,
  mayGiveAccountRole,
  mayGiveSilently,
  nameIdentity,
  orThrow,
  Refusal,
} from '@roster/domain'
import { Reason } from '../members/input.ts'
import { beginMembership } from '../members/store.ts'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { roleFound } from '../roles/found.ts'
import { AccountDescription, AccountName } from './input.ts'
import { countAccounts, refuseTakenAccountName } from './store.ts'

/**
 * Makes a service account: a member that is no person, with a role at the organization. It has no address and signs in
 * nowhere; keys are made for it. Refuses as `mayGiveAccountRole` says, with `name-taken`, `reason-required` and
 * `service-account-limit`.
 */
export const createServiceAccount = command({
  permission: 'keys.manage',
  records: 'service-account.created',
  input: inOrganization({
    name: AccountName,
    description: AccountDescription.optional(),
    role: IdOf('rol'),
    reason: Reason.optional(),
  }),
  async run(
    { tx, newId, organization, actor, held, now },
    { name, description = '', role: id, reason = null },
  ) {
    const role = await roleFound(tx, organization, id)
    orThrow(mayGiveAccountRole({ held, from: null, to: role, own: false }))
    orThrow(mayGiveSilently({ policies: organization.policies, role, reason }))
    await refuseTakenAccountName(tx, organization.id, name, null)
    if ((await countAccounts(tx, organization.id, '')) >= MOST_SERVICE_ACCOUNTS)
      throw new Refusal('service-account-limit', { most: MOST_SERVICE_ACCOUNTS })
    const user = newId('usr')
    await tx
      .insertInto('user')
      .values({
        id: user,
        kind: 'service',
        email: null,
        username: null,
        name,
        password_hash: null,
        email_verified_at: null,
        created_at: now,
        last_active_at: null,
        disabled_at: null,
        deleted_at: null,
      })
      .execute()
    const member = await beginMembership(tx, newId, {
      ...{ organization: organization.id, user, role: id, source: 'setup', by: actor.id, now, reason },
    })
    const account = newId('svc')
    await tx
      .insertInto('service_account')
      .values({
        id: account,
        organization_id: organization.id,
        user_id: user,
        member_id: member,
        name_identity: nameIdentity(name),
        description,
        created_by: actor.id,
        since: now,
        until: null,
      })
      .execute()
    return {
      result: { serviceAccount: account, member },
      audit: {
        target: { kind: 'service-account', id: account },
        facts: { member, role: id, role_name: role.name },
      },
      shownBy: ['roles'],
    }
  },
})
