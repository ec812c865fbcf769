import {
  builtInRoles,
  type Instant,
  type NewId,
  type OrganizationId,
  Refusal,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Transaction } from '../platform/writer.ts'

export interface NewOrganization {
  readonly slug: string
  readonly name: string
  readonly by: UserId
  readonly now: Instant
}

/**
 * Writes an organization with its built-in roles and answers its id and the role its first member gets. It has
 * no owner yet: the caller begins that membership in the same transaction. Refuses with `slug-taken`, also for
 * the slug of an organization that has ended, so that old links never lead to strangers.
 */
export async function insertOrganization(
  tx: Transaction,
  newId: NewId,
  { slug, name, by, now }: NewOrganization,
): Promise<{ id: OrganizationId; ownerRole: RoleId }> {
  const taken = await tx.selectFrom('organization').select('id').where('slug', '=', slug).executeTakeFirst()
  if (taken) throw new Refusal('slug-taken', { field: 'slug' })
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
