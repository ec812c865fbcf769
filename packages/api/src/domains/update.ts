import { decide, mayJoinAlone, orThrow, Refusal } from '@roster/domain'
import { roleOffered } from '../invitations/role-offered.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { changeDomain, domainOf } from './store.ts'

/**
 * Says with which role people with an address at a proven domain may join by themselves; null is not at all. Refuses
 * with `not-found`, `domain-unproven`, `not-permitted` to whoever may not invite, `role-level-mismatch`, `beyond-your-own`, and `auto-join-role` for a role that
 * decides about other people.
 */
export const updateDomain = command({
  permission: 'organization.update',
  records: 'domain.updated',
  input: inOrganization({ domain: IdOf('dom'), autoJoin: IdOf('rol').nullable() }),
  async run(context, { domain: id, autoJoin }) {
    const { tx, organization, held, now } = context
    const domain = await domainOf(tx, organization.id, id, now)
    if (domain.status !== 'verified') throw new Refusal('domain-unproven', { domain: domain.name })
    if (autoJoin !== null) {
      // Whoever comes in by this door was invited by whoever opened it.
      orThrow(decide(held, 'invitations.send'))
      orThrow(mayJoinAlone(await roleOffered(tx, context, autoJoin)))
    }
    if (domain.autoJoin === autoJoin) return { result: {}, audit: UNCHANGED }
    await changeDomain(tx, domain, { auto_join_role_id: autoJoin })
    return {
      result: {},
      audit: {
        target: { kind: 'domain', id },
        facts: { domain: domain.name, field: 'autoJoin', before: domain.autoJoin, after: autoJoin },
      },
    }
  },
})
