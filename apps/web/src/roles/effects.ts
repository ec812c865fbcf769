import type { Permission } from '@roster/domain'
import type { RoleChange } from './types.ts'

type Person = RoleChange['affected'][number]

/** People for whom the same changes, with where it does; null is the whole organization. */
export type SameEffect = {
  gains: readonly Permission[]
  losses: readonly Permission[]
  people: readonly { person: Person; where: readonly (string | null)[] }[]
}

/** Puts those together for whom the same changes, so that it is read once. */
export function sameEffects(affected: readonly Person[]): readonly SameEffect[] {
  const groups = new Map<
    string,
    { gains: readonly Permission[]; losses: readonly Permission[]; people: Map<Person, (string | null)[]> }
  >()
  for (const person of affected) {
    for (const { project, gains, losses } of person.effects) {
      const key = JSON.stringify([gains, losses])
      const group = groups.get(key) ?? { gains, losses, people: new Map() }
      groups.set(key, group)
      group.people.set(person, [...(group.people.get(person) ?? []), project?.name ?? null])
    }
  }
  return [...groups.values()]
    .map(({ gains, losses, people }) => ({
      gains,
      losses,
      people: [...people].map(([person, where]) => ({ person, where })),
    }))
    .toSorted((a, b) => b.people.length - a.people.length)
}
