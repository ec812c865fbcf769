import type { Plan } from '../plan/plan.ts'
import { effectText, toldEffects } from './effects.ts'
import { type Detail, type ToldStep, toldSteps } from './steps.ts'

/** What a text is painted with; each leaves it as it is where there is no colour. */
export type Paint = Readonly<Record<'green' | 'yellow' | 'red' | 'bold' | 'dim', (text: string) => string>>

/** A plan for people: what will be done, who gains and loses what by it, and what is left as it is. */
export function planText(plan: Plan, paint: Paint): string {
  const { before, steps, extras, waiting } = plan
  const told = toldSteps(plan)
  const parts = [
    steps.length === 0
      ? `Nothing to change: ${before.name} is as the file says.`
      : [paint.bold(summary(before.name, told)), '', ...told.map((step) => stepText(step, paint))].join('\n'),
    section('Who gains and loses what:', toldEffects(plan).map(effectText), paint),
    section('There, not in the file, and left as it is:', extras, paint),
    section('Only somebody else can bring this about:', waiting, paint),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function summary(name: string, told: readonly ToldStep[]): string {
  const count = (sign: ToldStep['sign'], word: string) => {
    const many = told.filter((step) => step.sign === sign).length
    return many === 0 ? [] : [`${many} ${word}`]
  }
  const counts = [...count('+', 'to add'), ...count('~', 'to change'), ...count('-', 'to take away')]
  return `${name}: ${counts.join(', ')}`
}

/** One step on a line. */
export function stepText({ sign, what, details }: ToldStep, paint: Paint): string {
  const color = { '+': paint.green, '~': paint.yellow, '-': paint.red }[sign]
  return [
    `  ${color(sign)} ${what}`,
    ...(details.length > 0 ? [paint.dim(details.map(detailText).join('; '))] : []),
  ].join('  ')
}

function detailText({ field, before, after }: Detail): string {
  if (before === null) return `${field}: ${brief(after)}`
  return `${field}: ${brief(before)} → ${after === null ? 'none' : brief(after)}`
}

function brief(text: string | null): string {
  const line = (text ?? 'none').replace(/\s+/g, ' ')
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}

const MOST_LINES = 100

function section(title: string, lines: readonly string[], paint: Paint): string {
  if (lines.length === 0) return ''
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${line}`)
  const rest = lines.length > MOST_LINES ? [`  … and ${lines.length - MOST_LINES} more`] : []
  return [paint.bold(title), ...shown, ...rest].join('\n')
}

/** A plan for programs. */
export function planJson(plan: Plan): Readonly<Record<string, unknown>> {
  return {
    changes: plan.steps.length,
    steps: toldSteps(plan),
    effects: plan.effects.map(({ who, standing, changes }) => ({
      ...('person' in who
        ? { person: who.person }
        : { service_account: plan.after.services.get(who.service)?.name ?? who.service }),
      standing,
      changes: changes.map(({ project, gains, losses }) => ({
        project:
          project && ((plan.after.projects.get(project) ?? plan.before.projects.get(project))?.name ?? null),
        gains,
        losses,
      })),
    })),
    extras: plan.extras,
    waiting: plan.waiting,
  }
}
