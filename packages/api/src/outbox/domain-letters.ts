import { proofAddress } from '@roster/domain'
import { domainProof } from '@roster/mail'
import { domainById, proofEvent } from '../domains/store.ts'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'

/** To whoever runs the domain, while there is something to confirm and no newer mail. */
export const composeDomainProof: Compose = async (deps, message, now) => {
  const domain = await domainById(deps.reader, message.reference_id, now)
  if (domain?.status !== 'waiting' || message.event !== proofEvent(domain.id, domain.generation)) return null
  const found = await deps.reader
    .selectFrom('domain as d')
    .innerJoin('organization as o', 'o.id', 'd.organization_id')
    .select(['o.name', 'd.added_by'])
    .where('d.id', '=', domain.id)
    .where('o.until', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  const secret = deps.links.secret('domain-proof', domain.id, domain.generation)
  const rendered = domainProof({
    domain: domain.name,
    organization: found.name,
    askedBy: (found.added_by && (await account(deps, found.added_by)))?.name ?? null,
    link: `${deps.instance.url}/verify-domain/${domain.id}#${secret}`,
    expiresAt: domain.expiresAt,
    now,
    host: hostOf(deps),
  })
  return { to: proofAddress(domain), rendered }
}
