import type { GroupId, Instant, OrganizationId, UserId } from '@roster/domain'
import { searchText } from '@roster/domain'
import { namesOf, refuseTakenName } from '../platform/names.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Transaction } from '../platform/writer.ts'

/** Renames and describes a group. Refuses with `name-taken`. */
export async function rewriteGroup(
  tx: Transaction,
  {
    organization,
    group,
    name,
    description,
  }: {
    readonly organization: OrganizationId
    readonly group: GroupId
    readonly name: string
    readonly description: string
  },
): Promise<void> {
  await refuseTakenName(tx, 'group', organization, name, group)
  await tx
    .updateTable('group')
    .set({ ...namesOf(name), description })
    .where('organization_id', '=', organization)
    .where('id', '=', group)
    .where('until', 'is', null)
    .execute()
  await tx
    .updateTable('group_text')
    .set({ search: searchText({ name, title: description }) })
    .where('group_id', '=', group)
    .execute()
}

/**
 * Ends a group and, by trigger, everybody's place in it, its own place in others, and every role it holds. Whether
 * it may is the caller's rule to ask.
 */
export async function endGroup(
  tx: Transaction,
  {
    organization,
    group,
    by,
    now,
  }: { organization: OrganizationId; group: GroupId; by: UserId; now: Instant },
): Promise<void> {
  await tx
    .updateTable('group')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('id', '=', group)
    .where('until', 'is', null)
    .execute()
}
