import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

/** What it is told. */
export type AuditOptions = BoxOptions & { readonly org?: string; readonly file?: string }

/** `roster audit verify`: is the trail as it was written? */
export function auditCommand(program: Command, box: Box): void {
  const audit = program.command('audit').description('The audit trail.')
  const verify = audit
    .command('verify')
    .summary('recompute the hash chains of the audit trail')
    .description(
      'Recomputes the hash chain of every organization and of the instance, or of one organization, and tells where ' +
        'it is broken first. With --file it also looks whether each entry of an export that was kept elsewhere is in ' +
        'the chain still: that finds a trail that was written anew from some entry on. Changes nothing; the server ' +
        'may go on running. Ends with 1 where a chain is broken.',
    )
    .option('--org <slug>', 'one organization only, by short name or id')
    .option('--file <export>', 'an export of the audit trail, CSV or JSON; needs --org')
  onTheBox(verify, [
    ['roster audit verify', 'every chain'],
    ['roster audit verify --org acme --file audit-2026-05.csv', 'against what was exported then'],
  ]).action(
    box.run(async (options: AuditOptions) => {
      const { verifyTrail } = await import('../work/verify-trail.ts')
      return verifyTrail(box, options)
    }),
  )
}
