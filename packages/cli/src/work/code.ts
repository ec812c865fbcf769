import { applySteps } from '../code/apply.ts'
import { parseFile } from '../code/document/parse.ts'
import { type PlacedProblem, problemText } from '../code/document/problem.ts'
import { exportYaml } from '../code/export.ts'
import { type Plan, planOf } from '../code/plan/plan.ts'
import { isRemoval } from '../code/plan/step.ts'
import type { Remote } from '../code/remote.ts'
import { planJson, planText, stepText } from '../code/tell/plan.ts'
import { toldSteps } from '../code/tell/steps.ts'
import { EXIT, type Exit, type Io, misused, Stopped } from '../io.ts'

export type PlanOptions = { readonly json?: true; readonly detailedExitcode?: true }
export type ApplyOptions = { readonly json?: true; readonly yes?: true }

/** Shows what applying a file comes to; 4 where that is something and the options ask. */
export async function plan(io: Io, file: string, options: PlanOptions, remote: Remote): Promise<Exit> {
  const planned = await planFor(io, file, remote)
  if (options.json) io.terminal.say(JSON.stringify(planJson(planned), null, 2))
  else io.terminal.say(planText(planned, io.terminal.colors))
  return options.detailedExitcode && planned.steps.length > 0 ? EXIT.remarks : EXIT.ok
}

async function planFor(io: Io, file: string, remote: Remote): Promise<Plan> {
  const parsed = parseFile(await io.read(file))
  if (!('document' in parsed)) throw unusable(file, parsed)
  const current = await remote.read()
  const planned = planOf(parsed.document, current, io.now())
  if ('problems' in planned) throw unusable(file, planned.problems.map(parsed.place))
  return planned
}

function unusable(file: string, problems: readonly PlacedProblem[]): Stopped {
  const lines = problems.map((problem) => problemText(file === '-' ? 'standard input' : file, problem))
  return misused([...new Set(lines)].join('\n'))
}

/**
 * Shows the plan, asks, and does it. Stops at the first step that is refused, with 3, and says how far it came; with 1
 * where whoever was asked did not say yes.
 */
export async function apply(io: Io, file: string, options: ApplyOptions, remote: Remote): Promise<Exit> {
  const { terminal } = io
  const planned = await planFor(io, file, remote)
  if (!options.json) terminal.say(planText(planned, terminal.colors))
  if (planned.steps.length > 0 && !options.yes) await askFirst(io, planned)
  const progress = terminal.progress('Applying')
  const { done, refused } = await applySteps(remote, planned.steps, (count) =>
    progress.to(count, planned.steps.length),
  ).finally(() => progress.end())
  const told = toldSteps({ ...planned, steps: refused ? [refused.step] : [] })
  if (options.json) {
    const stopped = refused && { step: told[0], code: refused.why.code, message: refused.why.message }
    terminal.say(
      JSON.stringify({ planned: planned.steps.length, done: done.length, refused: stopped ?? null }, null, 2),
    )
  }
  if (!refused) {
    if (!options.json && done.length > 0) terminal.note(`Done: ${steps(done.length)}.`)
    return EXIT.ok
  }
  const [step] = told
  throw new Stopped(
    UNANSWERED.has(refused.why.code) ? EXIT.failed : EXIT.refused,
    `${refused.why.message}\n${step ? stepText(step, terminal.colors) : ''}\n` +
      `${steps(done.length)} of ${planned.steps.length} ${done.length === 1 ? 'is' : 'are'} done and ${done.length === 1 ? 'stays' : 'stay'} so. Applying the file again goes on from here.`,
  )
}

/** What is no refusal: Roster could not be asked, or was itself at fault. */
const UNANSWERED: ReadonlySet<string> = new Set([
  'unreachable',
  'timed-out',
  'not-understood',
  'internal',
  'internal-halfway',
])

async function askFirst({ terminal }: Io, { before, steps: all }: Plan): Promise<void> {
  if (!terminal.interactive)
    throw misused('Nobody can be asked here: say --yes where the plan needs no second look.')
  const removals = all.filter(isRemoval).length
  const last = removals > 0 ? `, ${removals} of which take something away` : ''
  const answer = await terminal.ask(`Make ${steps(all.length)} in ${before.name}${last}? Type yes: `)
  if (answer !== 'yes') throw new Stopped(EXIT.failed, 'Nothing was changed.')
}

function steps(count: number): string {
  return `${count} ${count === 1 ? 'change' : 'changes'}`
}

/** What `roster export --yaml` prints: the organization as a file for which there is nothing to plan. */
export async function printYaml({ terminal }: Io, remote: Remote): Promise<Exit> {
  terminal.say(exportYaml(await remote.read()).trimEnd())
  return EXIT.ok
}
