import { PROOF_MAILBOXES, provableDomain } from '@roster/domain'
import { z } from 'zod'
import { IdOf, inOrganization, ruled } from '../platform/input.ts'

/** A domain somebody wants to prove, in canonical form. */
export const ProvableDomain = ruled(provableDomain)

/** Which of the addresses that run a domain the proof goes to. */
export const Mailbox = z.enum(PROOF_MAILBOXES).default('postmaster')

/** A domain of an organization, by its id. */
export const theDomain = inOrganization({ domain: IdOf('dom') })
