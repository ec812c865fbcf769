import { makeOwner, type OwnerMade } from '@roster/api/operating'
import { canonicalEmail, orThrow, personName } from '@roster/domain'
import type { Command } from 'commander'
import { openExisting } from '../existing-data.ts'
import { type Box, type BoxOptions, onTheBox } from './box.ts'
import { EXIT, type Exit, UsageError } from './outcome.ts'
import type { Terminal } from './terminal.ts'

type Options = BoxOptions & {
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
  ]).action(box.run((options: Options) => addOwner(box, options)))
}

async function addOwner({ terminal, ...box }: Box, options: Options): Promise<Exit> {
  const email = orThrow(canonicalEmail(options.email))
  const name = orThrow(personName(options.name ?? email.split('@')[0] ?? ''))
  if (!options.yes && !(await confirmed(terminal, options))) {
    terminal.note('Nothing was changed.')
    return EXIT.refused
  }
  const opened = openExisting(box.dataDirectory(options.data), box.configuration())
  try {
    const { reason, link = false, org: organization } = options
    const made = await makeOwner(opened.deps, { organization, email, name, reason, withLink: link })
    if (options.json) terminal.say(JSON.stringify({ ...made, email }, null, 2))
    else tell(terminal, made, email)
    return EXIT.ok
  } finally {
    await opened.close()
  }
}

async function confirmed({ interactive, ask }: Terminal, { email, org }: Options): Promise<boolean> {
  if (!interactive) throw new UsageError('This makes an owner, and there is no terminal to ask: say --yes.')
  return /^y(es)?$/i.test(await ask(`Make ${email} an owner of ${org}? [y/N] `))
}

function tell(
  { say, colors }: Terminal,
  { name, was, organization, newAccount, link, username }: OwnerMade,
  email: string,
): void {
  const who = colors.bold(`${name} (${email})`)
  if (was === 'owner') say(`${who} is an owner of ${organization.name} already; nothing was changed.`)
  else say(`${who} is an owner of ${organization.name} now.`)
  if (newAccount) say(`The account was made for this, with the username ${username}.`)
  if (link) {
    say('This link opens it, once and within an hour. Hand it to them, and to nobody else:')
    say(`  ${link}`)
  }
}
