import {
  builtInRoles,
  type Instant,
  type NewId,
  type OrganizationId,
  parsePolicies,
  Refusal,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

export interface NewOrganization {
  readonly slug: string
  readonly name: string
  readonly by: UserId
  readonly now: Instant
}

/**
 * Writes an organization with its built-in roles and answers its id and the role its first member gets. It has
 * no owner yet: the caller begins that membership in the same transaction. Refuses with `slug-taken`.
 */
export async function insertOrganization(
  tx: Transaction,
  newId: NewId,
  { slug, name, by, now }: NewOrganization,
): Promise<{ id: OrganizationId; ownerRole: RoleId }> {
  await refuseTakenSlug(tx, slug, null)
  const id = newId('org')
  const { last } = await tx
    .selectFrom('organization')
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('organization')
    .values({ id, number: last + 1, slug, name, created_by: by, since: now, until: null })
    .execute()
  const roles = [...builtInRoles('organization'), ...builtInRoles('project')].map(
    ({ level, key, name: roleName, description }) => ({
      id: newId('rol'),
      organization_id: id,
      level,
      key,
      name: roleName,
      description,
      created_at: now,
      until: null,
    }),
  )
  await tx.insertInto('role').values(roles).execute()
  const owner = roles.find((role) => role.level === 'organization' && role.key === 'owner')
  if (!owner) throw new Error('the built-in roles have no owner')
  return { id, ownerRole: owner.id }
}

/**
 * Refuses with `slug-taken` when any other organization has the slug or ever had it, also one that has ended: old
 * links never lead to strangers.
 */
export async function refuseTakenSlug(db: Reads, slug: string, by: OrganizationId | null): Promise<void> {
  const holder =
    (await db.selectFrom('organization').select('id').where('slug', '=', slug).executeTakeFirst())?.id ??
    (await db.selectFrom('former_slug').select('organization_id').where('slug', '=', slug).executeTakeFirst())
      ?.organization_id
  if (holder !== undefined && holder !== by) throw new Refusal('slug-taken', { field: 'slug' })
}

/**
 * Refuses with `other-organization` when the person is in an organization whose policy lets its people be in no
 * other one (I4).
 */
export async function refuseBoundElsewhere(db: Reads, user: UserId): Promise<void> {
  if (await isBound(db, user)) throw new Refusal('other-organization')
}

/** Whether the person is in an organization that shares its people with no other (I4). */
export async function isBound(db: Reads, user: UserId): Promise<boolean> {
  const rows = await db
    .selectFrom('member as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .select('o.policies')
    .where('m.user_id', '=', user)
    .where('m.until', 'is', null)
    .where('o.until', 'is', null)
    .execute()
  return rows.some((row) => parsePolicies(row.policies).oneOrganizationPerAccount)
}

export interface EndedOrganization {
  readonly members: number
  readonly invitations: number
}

/**
 * Ends an organization and everything that gave access to it: memberships with their roles, groups and projects,
 * and pending invitations, whose queued mail thereby has become pointless. Its own end comes first, since then the
 * database no longer insists on an owner. One statement each: some ten seconds for a million members.
 */
export async function endOrganization(
  tx: Transaction,
  { organization, by, now }: { organization: OrganizationId; by: UserId; now: Instant },
): Promise<EndedOrganization> {
  await tx
    .updateTable('organization')
    .set({ until: noEarlier(now) })
    .where('id', '=', organization)
    .execute()
  const members = await tx
    .updateTable('member')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  const invitations = await tx
    .updateTable('invitation')
    .set({ state: 'revoked', closed_at: now, closed_by: by })
    .where('organization_id', '=', organization)
    .where('state', '=', sql.lit('pending'))
    .executeTakeFirstOrThrow()
  for (const table of ['assignment', 'group_member'] as const) {
    await tx
      .updateTable(table)
      .set({ until: noEarlier(now), ended_by: by })
      .where('organization_id', '=', organization)
      .where('until', 'is', null)
      .execute()
  }
  for (const table of ['group', 'project'] as const) {
    await tx
      .updateTable(table)
      .set({ until: noEarlier(now) })
      .where('organization_id', '=', organization)
      .where('until', 'is', null)
      .execute()
  }
  return {
    members: Number(members.numUpdatedRows),
    invitations: Number(invitations.numUpdatedRows),
  }
}
