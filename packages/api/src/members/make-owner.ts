import {
  type Email,
  isId,
  type MemberId,
  type OneTimeLinkId,
  type OrganizationId,
  Refusal,
  type RoleId,
  type UserId,
  usernameFrom,
} from '@roster/domain'
import { issueLink, linkWritten } from '../identity/one-time-links.ts'
import { accountByEmail, holderOf, insertAccount } from '../identity/store.ts'
import { organizationOf } from '../platform/access.ts'
import type { Deps } from '../platform/call.ts'
import { changeAsOperator, type OperatorContext, type OperatorFacts } from '../platform/operator.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { beginMembership, replaceRole } from './store.ts'
import { targetOf } from './target.ts'

/** Whom to make an owner of what. */
export interface OwnerToBe {
  /** Id or slug. */
  readonly organization: string
  readonly email: Email
  /** What somebody new is called. */
  readonly name: string
  /** Kept with the role. */
  readonly reason: string
  /** Whether somebody who has an account gets a link to choose a new password, too. */
  readonly withLink: boolean
}

export interface OwnerMade {
  readonly organization: { readonly id: OrganizationId; readonly slug: string; readonly name: string }
  readonly user: UserId
  readonly username: string
  readonly name: string
  /** Whether the account was made for this. */
  readonly newAccount: boolean
  /** What they were before: an owner already, a member with another role, or nobody here. */
  readonly was: 'owner' | 'member' | 'outsider'
  /** Good once and for an hour: whoever opens it chooses the password and is signed in. */
  readonly link: string | null
}

/**
 * Break-glass, for whoever holds the box: makes an account an owner of an organization, and the account where there is
 * none. No permission, policy or number of seats stands in the way, and the trail says that the operator did it.
 * Refuses with `not-found` for an organization that is not there, and `email-taken` for the address of an account
 * that is disabled.
 */
export function makeOwner(deps: Deps, { organization: named, ...whom }: OwnerToBe): Promise<OwnerMade> {
  return changeAsOperator(deps, async (context) => {
    const { tx, newId, now } = context
    const organization = await organizationNamed(tx, named)
    const account = await accountFor(context, whom)
    const { user, username, name, newAccount } = account
    const member = await memberOf(tx, organization.id, user)
    const role = await ownerRole(tx, organization.id)
    const change = { organization: organization.id, role, by: null, now, reason: whom.reason }
    const audit: OperatorFacts[] = newAccount
      ? [{ action: 'identity.signed-up', target: { kind: 'user', id: user } }]
      : []
    const about = { organization: organization.id, target: { kind: 'user', id: user } } as const
    let was: OwnerMade['was'] = 'outsider'
    if (member === null) {
      const begun = await beginMembership(tx, newId, { ...change, user, source: 'setup' })
      const facts = { member: begun, role, source: 'setup', reason: whom.reason }
      audit.push({ ...about, action: 'member.joined', facts })
    } else {
      const target = await targetOf(tx, organization, member)
      if (target instanceof Refusal) throw target
      was = target.role.key === 'owner' ? 'owner' : 'member'
      if (was === 'member') {
        await replaceRole(tx, newId, { ...change, member })
        const from = { from_role: target.role.id, from_name: target.role.name }
        const facts = { member, ...from, to_role: role, to_name: 'Owner', reason: whom.reason }
        audit.push({ ...about, action: 'member.role-changed', facts })
      }
    }
    const link = newAccount || whom.withLink ? await passwordLink(context, user, whom.email) : null
    if (link && !newAccount)
      audit.push({ ...about, action: 'member.password-reset-sent', facts: { ...(member && { member }) } })
    const { id, slug, name: called } = organization
    return {
      result: {
        organization: { id, slug, name: called },
        ...{ user, username, name, newAccount, was },
        link: link && linkWritten(deps, 'reset-password', link),
      },
      audit,
    }
  })
}

async function organizationNamed(db: Reads, named: string) {
  const row = await db
    .selectFrom('organization')
    .select(['id', 'number', 'slug', 'name', 'policies'])
    .where((eb) => (isId('org', named) ? eb('id', '=', named) : eb('slug', '=', named)))
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { field: 'organization' })
  return organizationOf(row)
}

async function accountFor(
  { tx, newId, now }: OperatorContext,
  { email, name }: Pick<OwnerToBe, 'email' | 'name'>,
) {
  const account = await accountByEmail(tx, email)
  if (account) {
    return { user: account.id, username: account.username, name: account.name, newAccount: false }
  }
  if (await holderOf(tx, email)) throw new Refusal('email-taken', { field: 'email' })
  const username = await freeUsername(tx, email)
  const user = await insertAccount(tx, newId, {
    ...{ email, username, name, now },
    passwordHash: null,
    verified: false,
  })
  return { user, username, name, newAccount: true }
}

/** As close to the address as is free. */
async function freeUsername(db: Reads, email: Email): Promise<string> {
  const wanted = usernameFrom(email.split('@')[0] ?? '')
  for (let number = 1; ; number++) {
    const username = number === 1 ? wanted : usernameFrom(`${wanted.slice(0, 28)}-${number}`)
    const holder = await db
      .selectFrom('user')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst()
    if (!holder) return username
  }
}

async function memberOf(db: Reads, organization: OrganizationId, user: UserId): Promise<MemberId | null> {
  const row = await db
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

async function ownerRole(db: Reads, organization: OrganizationId): Promise<RoleId> {
  const { id } = await db
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', organization)
    .where('level', '=', 'organization')
    .where('key', '=', 'owner')
    .executeTakeFirstOrThrow()
  return id
}

function passwordLink(
  context: { readonly tx: Transaction } & Pick<OperatorContext, 'newId' | 'now'>,
  user: UserId,
  email: Email,
): Promise<OneTimeLinkId> {
  return issueLink(context.tx, context, { purpose: 'reset-password', user, email })
}
