import { checkEntitlements, mayOffer, orThrow, parseEntitlements } from '@roster/domain'
import { z } from 'zod'
import { command, UNCHANGED } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { holdsOwner } from '../roles/store.ts'

const Text = z.string().max(10_000)
/** How many there may be is for the rule to say. */
const Entitlements = z.array(z.strictObject({ name: Text, text: Text, link: Text.nullable() })).max(1_000)

/**
 * Says what the organization offers its members, as the whole list in its order. Refuses with `not-permitted` for
 * anybody but owners, `too-large`, `invalid-name` and `invalid-input` with the field. The trail keeps how many there
 * are; what they say is the organization's to take back.
 */
export const setEntitlements = command({
  permission: 'organization.update',
  records: 'organization.updated',
  input: inOrganization({ entitlements: Entitlements }),
  async run({ tx, organization, held }, { entitlements }) {
    orThrow(mayOffer({ byOwner: await holdsOwner(tx, organization.id, held) }))
    const checked = orThrow(checkEntitlements(entitlements))
    const row = await tx
      .selectFrom('organization')
      .select('entitlements')
      .where('id', '=', organization.id)
      .executeTakeFirstOrThrow()
    const after = JSON.stringify(checked)
    if (after === row.entitlements) return { result: {}, audit: UNCHANGED }
    await tx
      .updateTable('organization')
      .set({ entitlements: after })
      .where('id', '=', organization.id)
      .execute()
    const before = parseEntitlements(row.entitlements).length
    return {
      result: {},
      audit: {
        target: { kind: 'organization', id: organization.id },
        facts: { field: 'entitlements', before, after: checked.length },
      },
    }
  },
})
