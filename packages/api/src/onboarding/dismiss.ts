import { inPerson } from '../platform/access.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'

/** The caller puts the first steps away: they are not on the home page any more. Refuses with `people-only`. */
export const dismissFirstSteps = command({
  permission: 'organization.read',
  records: 'onboarding.dismissed',
  input: inOrganization({}),
  async run({ tx, organization, member, actor, now }) {
    inPerson(actor)
    const { numInsertedOrUpdatedRows: written } = await tx
      .insertInto('onboarding_dismissed')
      .values({ organization_id: organization.id, member_id: member, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (!written) return { result: {}, audit: UNCHANGED }
    return { result: {}, audit: { target: { kind: 'user', id: actor.id } } as const }
  },
})
