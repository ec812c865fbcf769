import type { Command } from 'commander'
import type { Remote } from '../code/remote.ts'
import type { ApplyOptions, PlanOptions } from '../work/code.ts'
import { type Reaching, remotely } from './remotely.ts'

/** `roster plan` and `roster apply`: an organization as a file says. */
export function codeCommands(program: Command, reaching: Reaching<{ readonly remote: Remote }>): void {
  const { io } = reaching
  remotely(
    program
      .command('plan')
      .summary('show what applying a file would change, and who gains and loses what')
      .description(
        'Holds a file against the organization and shows every change that applying it would make, in order, and who ' +
          'may do more and who less by it. Changes nothing. What the file does not mention stays as it is, unless it ' +
          'says “prune”. Problems of the file are told with line and column.',
      )
      .argument('<file>', 'YAML or JSON; - for standard input')
      .option(
        '--detailed-exitcode',
        'end with 4 where there is something to change, with 0 where there is nothing',
      ),
    reaching,
    [
      ['roster plan --org acme org.yaml', 'what would change'],
      ['roster plan --org acme org.yaml --detailed-exitcode', 'whether anything would, for a pipeline'],
    ],
    async ([file = ''], options: PlanOptions, { remote }) => {
      const { plan } = await import('../work/code.ts')
      return plan(io, file, options, remote)
    },
  )
  remotely(
    program
      .command('apply')
      .summary('make the organization as a file says')
      .description(
        'Shows the plan, asks, and carries it out step by step. At the first step that Roster refuses it stops: what ' +
          'was done stays done, and applying the same file again goes on from there. Applying twice changes nothing.',
      )
      .argument('<file>', 'YAML or JSON; - for standard input')
      .option('--yes', 'do not ask'),
    reaching,
    [
      ['roster apply --org acme org.yaml', 'shows the plan and asks'],
      ['roster apply --org acme org.yaml --yes', 'in a pipeline'],
    ],
    async ([file = ''], options: ApplyOptions, { remote }) => {
      const { apply } = await import('../work/code.ts')
      return apply(io, file, options, remote)
    },
  )
}
