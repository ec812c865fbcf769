import { DAY, maySendProof, orThrow, PROOF_LIFETIME, Refusal } from '@roster/domain'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { Mailbox } from './input.ts'
import { changeDomain, domainOf, proofMail, proofsTo, refuseTaken } from './store.ts'

/**
 * Sends the proof once more, to the same address or the other one; the link in the earlier mail is void. Refuses
 * with `not-found`, `changed-meanwhile` for a domain that is proven by now, `domain-taken`, `too-many-attempts`.
 */
export const sendProof = command({
  permission: 'organization.update',
  records: 'domain.updated',
  input: inOrganization({ domain: IdOf('dom'), mailbox: Mailbox }),
  async run({ tx, organization, now }, { domain: id, mailbox }) {
    const domain = await domainOf(tx, organization.id, id, now)
    if (domain.status === 'verified') throw new Refusal('changed-meanwhile')
    await refuseTaken(tx, domain.name, organization.id)
    orThrow(maySendProof(await proofsTo(tx, domain.name, now - DAY), now))
    const generation = domain.generation + 1
    await changeDomain(tx, domain, { mailbox, generation, sent_at: now, expires_at: now + PROOF_LIFETIME })
    return {
      result: {},
      audit: {
        target: { kind: 'domain', id },
        facts: { domain: domain.name, field: 'proof', before: domain.mailbox, after: mailbox },
      },
      outbox: [proofMail({ id, generation })],
    }
  },
})
