import { DAY, MOST_DOMAINS_PROVEN, maySendProof, orThrow, PROOF_LIFETIME, Refusal } from '@roster/domain'
import { command } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { Mailbox, ProvableDomain } from './input.ts'
import { countOf, proofMail, proofsTo, refuseTaken } from './store.ts'

/**
 * Adds a domain and sends its postmaster, or its admin, the proof: a mail whose link says that the organization may
 * call the domain its own. Until it is followed nothing else changes. Refuses with `domain-public`, `domain-taken`,
 * `name-taken` (it is there already), `too-large`, and `too-many-attempts` soon after another mail to the domain.
 */
export const addDomain = command({
  permission: 'organization.update',
  records: 'domain.added',
  input: inOrganization({ name: ProvableDomain, mailbox: Mailbox }),
  async run({ tx, newId, organization, actor, now }, { name, mailbox }) {
    await refuseTaken(tx, name, organization.id)
    const there = await tx
      .selectFrom('domain')
      .select('id')
      .where('organization_id', '=', organization.id)
      .where('name', '=', name)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (there) throw new Refusal('name-taken', { field: 'name', name })
    const { live, added } = await countOf(tx, organization.id, now - DAY)
    if (live >= MOST_DOMAINS_PROVEN) throw new Refusal('too-large', { most: MOST_DOMAINS_PROVEN })
    if (added >= MOST_DOMAINS_PROVEN) throw new Refusal('too-many-attempts', { seconds: DAY / 1_000 })
    orThrow(maySendProof(await proofsTo(tx, name, now - DAY), now))

    const id = newId('dom')
    await tx
      .insertInto('domain')
      .values({
        id,
        organization_id: organization.id,
        name,
        mailbox,
        sent_at: now,
        expires_at: now + PROOF_LIFETIME,
        verified_at: null,
        auto_join_role_id: null,
        added_by: actor.id,
        since: now,
        until: null,
        ended_by: null,
      })
      .execute()
    return {
      result: { domain: id },
      audit: { target: { kind: 'domain', id }, facts: { domain: name, mailbox } },
      outbox: [proofMail({ id, generation: 1 })],
    }
  },
})
