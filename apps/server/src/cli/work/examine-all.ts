import type { Health } from '../../doctor/check.ts'
import { type Examined, examine, worst } from '../../doctor/examine.ts'
import { counted } from '../../doctor/words.ts'
import { existingData } from '../../existing-data.ts'
import type { Box } from '../box.ts'
import type { DoctorOptions } from '../commands/doctor.ts'
import { EXIT, type Exit } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'

const EXITS = { ok: EXIT.ok, warning: EXIT.remarks, problem: EXIT.failed } as const satisfies Record<
  Health,
  Exit
>

export async function doctor({ terminal, ...box }: Box, options: DoctorOptions): Promise<Exit> {
  const progress = terminal.progress('Audit trail')
  const patient = {
    data: existingData(box.dataDirectory(options.data)),
    configuration: box.configuration(),
    now: Date.now(),
    offline: options.offline ?? false,
    verified: progress.to,
  }
  const findings: Examined[] = []
  for await (const finding of examine(patient)) {
    progress.end()
    findings.push(finding)
    if (!options.json) tell(terminal, finding)
  }
  const health = worst(findings)
  if (options.json) terminal.say(JSON.stringify({ health, checks: findings }, null, 2))
  else terminal.say(summary(terminal, findings))
  return EXITS[health]
}

function tell({ colors, say }: Terminal, { health, title, found, mend }: Examined): void {
  const mark = {
    ok: colors.green('ok     '),
    warning: colors.yellow('warning'),
    problem: colors.red('problem'),
  }
  say(`${mark[health]}  ${title.padEnd(14)}  ${found}`)
  if (mend) say(`${' '.repeat(25)}${colors.dim(mend)}`)
}

function summary({ colors }: Terminal, findings: readonly Examined[]): string {
  const number = (health: Health) => findings.filter((one) => one.health === health).length
  const [problems, warnings] = [number('problem'), number('warning')]
  if (problems + warnings === 0) return `\n${colors.green('All is well.')}`
  const said = [
    ...(problems > 0 ? [colors.red(counted(problems, 'problem'))] : []),
    ...(warnings > 0 ? [colors.yellow(counted(warnings, 'warning'))] : []),
  ]
  return `\n${said.join(', ')}.`
}
