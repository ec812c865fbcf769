import { type OrganizationId, Refusal, type UserId } from '@roster/domain'
import { z } from 'zod'
import { command } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import type { Reads } from '../platform/writer.ts'
import { endOrganization } from './store.ts'

/** More open pages than this are told by their own organization's stream only. */
const TOLD_AT_MOST = 1_000

/**
 * Ends the organization for everybody: memberships end, pending invitations are revoked, the slug stays reserved
 * for ever, the audit trail stays. `confirm` is the slug, typed; anything else refuses with `invalid-input`.
 */
export const deleteOrganization = command({
  permission: 'organization.delete',
  records: 'organization.deleted',
  input: inOrganization({ confirm: z.string().max(100) }),
  async run({ tx, actor, organization, now }, { confirm }) {
    const { id, name, slug } = organization
    if (confirm !== slug) {
      throw new Refusal('invalid-input', {
        field: 'confirm',
        reason: `type ${slug} to delete the organization`,
      })
    }
    const people = await peopleConcerned(tx, id)
    const ended = await endOrganization(tx, { organization: id, by: actor.id, now })
    return {
      result: {},
      audit: { target: { kind: 'organization', id }, facts: { name, slug, ...ended } },
      people,
    }
  },
})

async function peopleConcerned(db: Reads, organization: OrganizationId): Promise<readonly UserId[]> {
  const members = await db
    .selectFrom('member')
    .select('user_id')
    .where('organization_id', '=', organization)
    .where('until', 'is', null)
    .limit(TOLD_AT_MOST)
    .execute()
  return members.map((row) => row.user_id)
}
