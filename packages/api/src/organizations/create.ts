import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { OrganizationName, Slug } from '../platform/input.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { foundOrganization } from './found.ts'
import { mayCreate } from './may-create.ts'
import { refuseBoundElsewhere } from './store.ts'

/**
 * Creates an organization with the caller as its first owner. Refuses with `creation-closed` where the instance
 * keeps that to others, with `slug-taken`, and with `other-organization` when the caller belongs to an
 * organization that shares its people with no other.
 */
export const createOrganization = openCommand({
  opensTo: 'signed-in',
  records: 'organization.created',
  input: z.strictObject({ name: OrganizationName, slug: Slug }),
  prepare: nothingToPrepare,
  async run({ tx, actor, now, newId, instance }, { name, slug }) {
    if (!(await mayCreate(tx, actor, instance))) throw new Refusal('creation-closed')
    await refuseBoundElsewhere(tx, actor.id)
    const audit = await foundOrganization(tx, newId, { slug, name, by: actor.id, now }, 'creation')
    return {
      result: { slug },
      audit,
      people: [actor.id],
    }
  },
})
