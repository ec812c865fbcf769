import { type ProjectId, permissionsOf } from '@roster/domain'
import type { Change, Effect } from '../plan/effects.ts'
import type { Plan } from '../plan/plan.ts'
import { listing, namesIn, permissionsInWords } from './names.ts'

/** Who gains and loses the same, and what that is. */
export type ToldEffect = {
  readonly who: readonly string[]
  readonly invited: boolean
  readonly gains: readonly string[]
  readonly losses: readonly string[]
}

/** Who gains and loses what, those together whom the same happens to; most people first. */
export function toldEffects(plan: Pick<Plan, 'before' | 'after' | 'effects'>): readonly ToldEffect[] {
  const names = namesIn(plan)
  const alike = new Map<string, { readonly first: Effect; readonly who: string[] }>()
  for (const effect of plan.effects) {
    const key = JSON.stringify([effect.standing, effect.changes])
    const { who } = effect
    const word = 'person' in who ? who.person : names.subject(who)
    const known = alike.get(key)
    if (known) known.who.push(word)
    else alike.set(key, { first: effect, who: [word] })
  }
  return [...alike.values()]
    .sort((a, b) => b.who.length - a.who.length)
    .map(({ first, who }) => ({
      who,
      invited: first.standing === 'invited',
      ...sentences(plan, first.changes),
    }))
}

/** What is gained everywhere is not said once more of each project. */
function sentences(plan: Pick<Plan, 'before' | 'after'>, changes: readonly Change[]) {
  const names = namesIn(plan)
  const everywhere = changes.find(({ project }) => project === null)
  const said = (side: 'gains' | 'losses') =>
    changes.flatMap((change) => {
      const told = change.project === null ? [] : (everywhere?.[side] ?? [])
      const rest = change[side].filter((permission) => !told.includes(permission))
      if (rest.length === 0) return []
      const roles = rolesOf(side === 'gains' ? plan.after : plan.before, change.project)
      return [`${permissionsInWords(rest, roles)} at ${names.place(change.project)}`]
    })
  return { gains: said('gains'), losses: said('losses') }
}

function rolesOf({ roles, policies }: Plan['after'], project: ProjectId | null) {
  const level = project === null ? 'organization' : 'project'
  return [...roles.values()]
    .filter((role) => role.level === level)
    .map((role) => ({ name: role.name, permissions: permissionsOf(role, policies) }))
}

/** As a sentence of a list. */
export function effectText({ who, invited, gains, losses }: ToldEffect): string {
  const what = [
    ...(gains.length > 0 ? [`${plural(who) ? 'gain' : 'gains'} ${gains.join('; ')}`] : []),
    ...(losses.length > 0 ? [`${plural(who) ? 'lose' : 'loses'} ${losses.join('; ')}`] : []),
  ]
  const count = plural(who) ? `${who.length} people (${listing(who, 5)})` : who.join()
  return `${count}${invited ? ', on accepting,' : ''} ${what.join(', and ')}`
}

const plural = (who: readonly string[]) => who.length > 1
