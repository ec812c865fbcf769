import type { Command } from 'commander'
import type { Connection } from '../connection.ts'
import type { ListOptions } from '../work/audit.ts'
import type { CheckOptions } from '../work/checks.ts'
import { type Reaching, remotely } from './remotely.ts'

/** `roster check`: may somebody do something? */
export function checkCommand(program: Command, reaching: Reaching<Connection>): void {
  remotely(
    program
      .command('check')
      .summary('say whether somebody may do something')
      .description('Says whether somebody may do something at this moment. Ends with 0 for yes and 1 for no.')
      .argument('<person>', 'address, username or id; of a service account its id')
      .argument('<permission>', 'as `roster roles list` names them')
      .option('--project <project>', 'at this project, by name or id; else at the organization')
      .option('--explain', 'with everything that allows it'),
    reaching,
    [
      ['roster check ada@example.org members.remove --org acme', 'at the organization'],
      ['roster check ada@example.org project.content.edit --org acme --project Apollo --explain', 'why'],
    ],
    async (given, options: CheckOptions, connection) => {
      const { check } = await import('../work/checks.ts')
      return check(reaching.io, given, options, connection)
    },
  )
}

/** `roster audit list`: who did what. On the box `roster audit` verifies the trail as well. */
export function auditCommands(program: Command, reaching: Reaching<Connection>): void {
  const audit =
    program.commands.find((command) => command.name() === 'audit') ??
    program.command('audit').description('The audit trail.')
  remotely(
    audit
      .command('list')
      .summary('list who did what, the newest first')
      .description('The entries of the audit trail, the newest first: a hundred, unless asked otherwise.')
      .option('--limit <number>', 'how many at the most, or all', '100')
      .option('--action <action>', 'only this one, such as member.removed')
      .option('--from <day>', 'from this day on')
      .option('--to <day>', 'before this day'),
    reaching,
    [['roster audit list --org acme --action member.removed', 'who was removed, by whom']],
    async (_, options: ListOptions, connection) => {
      const { listAudit } = await import('../work/audit.ts')
      return listAudit(reaching.io, options, connection)
    },
  )
}
