import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

/** What it is told. */
export type OwnerOptions = BoxOptions & {
  readonly org: string
  readonly email: string
  readonly name?: string
  readonly reason: string
  readonly link?: true
  readonly yes?: true
}

/** `roster owner add`: break-glass, for when nobody is left who may. */
export function ownerCommand(program: Command, box: Box): void {
  const owner = program.command('owner').description('Owners of organizations, when nobody is left who may.')
  const add = owner
    .command('add')
    .summary('make somebody an owner: break-glass')
    .description(
      'Makes an account an owner of an organization, and the account where there is none; then a link is printed by ' +
        'which its owner chooses a password, once and within an hour. No permission, policy or number of seats stands ' +
        'in the way. The audit trail says that the operator did it, and why. The server may go on running; open pages ' +
        'show it when they are next loaded.',
    )
    .requiredOption('--org <slug>', 'the organization, by short name or id')
    .requiredOption('--email <address>', 'whose account')
    .option('--name <name>', 'what somebody new is called; else the part of the address before the @')
    .option('--reason <words>', 'why, for the audit trail', 'Made an owner on the box')
    .option('--link', 'print a link to choose a password for an account that is there, too')
    .option('--yes', 'do not ask')
  onTheBox(add, [
    ['roster owner add --org acme --email ada@acme.test', 'asks, then does it'],
    ['roster owner add --org acme --email ada@acme.test --link --yes', 'and lets her in'],
  ]).action(
    box.run(async (options: OwnerOptions) => {
      const { addOwner } = await import('../work/add-owner.ts')
      return addOwner(box, options)
    }),
  )
}
