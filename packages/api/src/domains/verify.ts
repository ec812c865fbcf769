import { z } from 'zod'
import { tryLink } from '../identity/limits.ts'
import { LinkSecret } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { opened } from './proof.ts'
import { changeDomain, refuseTaken } from './store.ts'

/**
 * Whoever reads the mail of a domain says that it belongs to the organization. Needs no session: they may have no
 * account. Refuses with `link-invalid`, `domain-taken` when another organization was first, `too-many-attempts`.
 */
export const verifyDomain = openCommand({
  opensTo: 'anyone',
  records: 'domain.verified',
  input: z.strictObject({ domain: z.string().max(100), secret: LinkSecret }),
  async prepare(call, input) {
    await tryLink(call, () => opened(call.reader, call, input))
  },
  async run(context, input) {
    const { tx, now } = context
    const domain = await opened(tx, context, input)
    await refuseTaken(tx, domain.name, domain.organization)
    await changeDomain(tx, domain, { verified_at: now })
    return {
      result: { domain: domain.name },
      audit: {
        organization: domain.organization,
        target: { kind: 'domain', id: domain.id },
        facts: { domain: domain.name, mailbox: domain.mailbox },
      },
    }
  },
})
