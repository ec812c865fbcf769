import type { Actor } from '../platform/access.ts'
import type { Instance } from '../platform/call.ts'
import type { Reads } from '../platform/writer.ts'

/**
 * Whether the instance lets this person create organizations: anyone, nobody, or only its operators, by which it
 * knows those who own an organization already, the first of whom opened the set-up link.
 */
export async function mayCreate(db: Reads, actor: Actor | null, instance: Instance): Promise<boolean> {
  const { createOrganizations } = instance
  if (!actor || createOrganizations === 'nobody') return false
  return createOrganizations === 'anyone' || (await ownsSomething(db, actor))
}

async function ownsSomething(db: Reads, actor: Actor): Promise<boolean> {
  const owned = await db
    .selectFrom('member as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'm.organization_id').onRef('a.member_id', '=', 'm.id'),
    )
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select('m.id')
    .where('m.user_id', '=', actor.id)
    .where('m.until', 'is', null)
    .where('o.until', 'is', null)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .where('r.level', '=', 'organization')
    .where('r.key', '=', 'owner')
    .limit(1)
    .executeTakeFirst()
  return owned !== undefined
}
