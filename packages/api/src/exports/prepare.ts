import { decide, type OrganizationId, orThrow, Refusal } from '@roster/domain'
import { command } from '../platform/command.ts'
import type { Reads } from '../platform/writer.ts'
import { EXPORTED, type ExportAsked, ExportInput } from './asked.ts'

/**
 * Prepares an export (D35) and answers the name it can be fetched by, within ten minutes and by whoever asked for
 * it. It is recorded here, since fetching changes nothing. Refuses with `not-permitted` to whoever may not read what
 * is exported, and with `not-found` for a role or a person that is not of the organization.
 */
export const prepareExport = command({
  permission: 'organization.export',
  records: 'export.made',
  // It reads, and what is archived can be read.
  evenArchived: true,
  input: ExportInput,
  async run({ tx, organization, held, actor, downloads, now }, asked) {
    const { what, format, organization: _, ...filters } = asked
    orThrow(decide(held, EXPORTED[what]))
    await refuseUnknown(tx, organization.id, asked)
    const filtered = Object.values(filters).some((value) => value !== undefined)
    return {
      result: { name: downloads.keep({ ...asked, organization: organization.id }, actor.id, now) },
      audit: { target: { kind: 'organization', id: organization.id }, facts: { what, format, filtered } },
    }
  },
})

/** A filter by what is not here would make an empty file, which says something else. */
async function refuseUnknown(
  db: Reads,
  organization: OrganizationId,
  { role, sender, person }: Pick<ExportAsked, 'role' | 'sender' | 'person'>,
): Promise<void> {
  if (role) {
    const roles = db.selectFrom('role').select('id').where('organization_id', '=', organization)
    if (!(await roles.where('id', '=', role).executeTakeFirst())) {
      throw new Refusal('not-found', { field: 'role' })
    }
  }
  for (const [field, user] of Object.entries({ sender, person })) {
    if (!user) continue
    const members = db.selectFrom('member').select('id').where('organization_id', '=', organization)
    if (!(await members.where('user_id', '=', user).executeTakeFirst())) {
      throw new Refusal('not-found', { field })
    }
  }
}
