import { command } from '../platform/command.ts'
import { theDomain } from './input.ts'
import { changeDomain, domainOf } from './store.ts'

/** The organization gives a domain up: nobody joins by it any more, and others may prove it. Members stay. */
export const removeDomain = command({
  permission: 'organization.update',
  records: 'domain.removed',
  input: theDomain,
  async run({ tx, organization, actor, now }, { domain: id }) {
    const domain = await domainOf(tx, organization.id, id, now)
    await changeDomain(tx, domain, { until: now, ended_by: actor.id })
    return { result: {}, audit: { target: { kind: 'domain', id }, facts: { domain: domain.name } } }
  },
})
