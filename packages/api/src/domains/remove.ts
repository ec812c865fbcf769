import { Refusal } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { theDomain } from './input.ts'
import { changeDomain } from './store.ts'

/**
 * The organization gives a domain up: nobody joins by it any more, and others may prove it. Members stay. Once more
 * changes nothing.
 */
export const removeDomain = command({
  permission: 'organization.update',
  records: 'domain.removed',
  input: theDomain,
  async run({ tx, organization, actor, now }, { domain: id }) {
    const domain = await tx
      .selectFrom('domain')
      .select(['name', 'until'])
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!domain) throw new Refusal('not-found')
    if (domain.until !== null) return { result: {}, audit: UNCHANGED }
    await changeDomain(tx, { id, organization: organization.id }, { until: now, ended_by: actor.id })
    return { result: {}, audit: { target: { kind: 'domain', id }, facts: { domain: domain.name } } }
  },
})
