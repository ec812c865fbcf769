import { z } from 'zod'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { type Verification, verifyChain } from './chain.ts'

const Noted = z.strictObject({ sequence: z.int().min(1), hash: z.string().length(64) })

/**
 * Recomputes the organization's chain from its first entry and tells whether it is intact, or where it first is
 * not. `noted` is an entry written down earlier, which must still be there.
 */
export const verifyAudit = query({
  permission: 'audit.read',
  input: inOrganization({ noted: Noted.optional() }),
  run: ({ db, organization }, { noted }): Promise<Verification> => verifyChain(db, organization.id, noted),
})
