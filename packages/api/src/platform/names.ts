import { nameIdentity, nameKey, type OrganizationId, Refusal } from '@roster/domain'
import type { Reads } from './writer.ts'

/** What is stored of the name of a project or group: itself, its place in the order, and what makes two the same. */
export function namesOf(name: string) {
  return { name, name_key: nameKey(name), name_identity: nameIdentity(name) }
}

/** Refuses with `name-taken` when another live one of the organization is called the same; `by` is the one to be named. */
export async function refuseTakenName(
  db: Reads,
  table: 'project' | 'group',
  organization: OrganizationId,
  name: string,
  by: string | null,
): Promise<void> {
  const holder = await db
    .selectFrom(table)
    .select('id')
    .where('organization_id', '=', organization)
    .where('name_identity', '=', nameIdentity(name))
    .where('until', 'is', null)
    .executeTakeFirst()
  if (holder && holder.id !== by) throw new Refusal('name-taken', { field: 'name' })
}
