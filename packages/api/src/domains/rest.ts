import { PROOF_MAILBOXES, Refusal } from '@roster/domain'
import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, List, Person, RoleRef, whole } from '../transport/rest/schemas.ts'
import { addDomain } from './add.ts'
import { listDomains } from './list.ts'
import { removeDomain } from './remove.ts'
import { sendProof } from './send-proof.ts'
import { updateDomain } from './update.ts'

const ALL = '/organizations/{organization}/domains'
const ONE = `${ALL}/{domain}`

const Domain = z
  .object({
    id: AnId('dom'),
    name: z.string(),
    status: z.enum(['verified', 'waiting', 'expired']),
    mailbox: z.enum(PROOF_MAILBOXES).describe('Where the proof was sent.'),
    sentAt: At,
    expiresAt: At.describe('Until when the proof can be used.'),
    verifiedAt: At.nullable(),
    autoJoin: RoleRef.nullable().describe(
      'The role with which people join by themselves; null when they do not.',
    ),
    addedBy: Person.nullable(),
    delivery: z
      .object({
        state: z.enum(['queued', 'handed-over', 'failed', 'pointless']),
        outcome: z.string().nullable(),
      })
      .nullable()
      .describe('What became of the latest proof mail.'),
  })
  .meta({ id: 'Domain', description: 'A mail domain of the organization.' })

const one = get({
  path: ONE,
  name: 'domains.get',
  summary: 'Get a domain',
  calls: listDomains,
  answers: Domain,
  shows(domains, { params }) {
    const found = domains.find(({ id }) => id === params.domain)
    if (!found) throw new Refusal('not-found', { field: 'domain' })
    return found
  },
})

/** The resource `domains`. */
export const domainRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'domains.list',
    summary: 'List domains',
    calls: listDomains,
    answers: List(Domain, 'Domains'),
    shows: whole,
  }),
  act({
    method: 'POST',
    path: ALL,
    name: 'domains.add',
    summary: 'Add a domain',
    description: 'Sends its postmaster, or its admin, the proof: until it is followed nothing else changes.',
    refuses: ['domain-public', 'domain-taken', 'name-taken', 'too-large', 'too-many-attempts'],
    calls: addDomain,
    resource: one,
    at: ({ domain }, params) => ({ ...params, domain }),
  }),
  one,
  act({
    method: 'PATCH',
    path: ONE,
    name: 'domains.update',
    summary: 'Let people with an address at a domain join by themselves, or no more',
    refuses: ['domain-unproven', 'role-level-mismatch', 'beyond-your-own', 'auto-join-role'],
    calls: updateDomain,
    resource: one,
    at: (_, params) => params,
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'domains.remove',
    summary: 'Give a domain up',
    description: 'Members stay.',
    calls: removeDomain,
    nothing: true,
    resource: one,
  }),
  act({
    method: 'POST',
    path: `${ONE}/proof`,
    name: 'domains.sendProof',
    summary: 'Send the proof of a domain again',
    refuses: ['changed-meanwhile', 'domain-taken', 'too-many-attempts'],
    calls: sendProof,
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
]
