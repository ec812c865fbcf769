import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

/** What it is told. */
export type DoctorOptions = BoxOptions & { readonly offline?: true }

/** `roster doctor`: is everything as it should be, and if not, what to do. Changes nothing. */
export function doctorCommand(program: Command, box: Box): void {
  const command = program
    .command('doctor')
    .summary('check that everything is as it should be')
    .description(
      'Checks this installation and its data, and says how to mend what is not as it should be. It changes nothing ' +
        'and may run beside the server.\nEnds with 0 when all is well, 4 with warnings only, 1 with problems.',
    )
    .option('--offline', 'do not ask the mail server')
  onTheBox(command, [
    ['roster doctor', 'look at everything'],
    ['roster doctor --json | jq .health', 'for a monitoring system'],
  ]).action(
    box.run(async (options: DoctorOptions) => {
      const { doctor } = await import('../work/examine-all.ts')
      return doctor(box, options)
    }),
  )
}
