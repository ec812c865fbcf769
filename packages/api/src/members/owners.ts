import type { OrganizationId, UserId } from '@roster/domain'
import type { Reads } from '../platform/writer.ts'

/** An owner of an organization, as whoever holds the box names them. */
export interface Owner {
  readonly user: UserId
  readonly name: string
  readonly email: string | null
  readonly organization: { readonly id: OrganizationId; readonly slug: string; readonly name: string }
}

/**
 * The owners of the organization with this slug or id, the one who has been for the longest first; nobody for one
 * that is not there.
 */
export async function ownersOf(db: Reads, named: string): Promise<readonly Owner[]> {
  const rows = await db
    .selectFrom('organization as o')
    .innerJoin('role as r', 'r.organization_id', 'o.id')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'o.id').onRef('a.role_id', '=', 'r.id'),
    )
    .innerJoin('member as m', 'm.id', 'a.member_id')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .select(['u.id as user', 'u.name', 'u.email', 'o.id', 'o.slug', 'o.name as called'])
    .where((eb) => eb.or([eb('o.slug', '=', named), eb(eb.cast<string>('o.id', 'text'), '=', named)]))
    .where('o.until', 'is', null)
    .where('r.level', '=', 'organization')
    .where('r.key', '=', 'owner')
    .where('a.until', 'is', null)
    .where('m.until', 'is', null)
    .where('u.disabled_at', 'is', null)
    .orderBy('a.since')
    .orderBy('a.id')
    .execute()
  return rows.map(({ user, name, email, id, slug, called }) => ({
    ...{ user, name, email },
    organization: { id, slug, name: called },
  }))
}
