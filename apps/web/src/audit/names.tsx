import type { ReactNode } from 'react'
import type { AuditItem } from './types.ts'

/** A name inside of a sentence: isolated, and weightier than the words around it. */
export function Named({ children }: { children: ReactNode }) {
  return <bdi className="font-medium text-ink">{children}</bdi>
}

/** Who did it, and with which key; Roster itself where nobody did, unless the caller knows better. */
export function actorOf({ actor, key, byOperator }: AuditItem, otherwise = 'Roster'): ReactNode {
  if (byOperator) {
    return actor ? (
      <>
        The operator, with the rights of <Named>{actor.name}</Named>,
      </>
    ) : (
      'The operator'
    )
  }
  if (actor && key) {
    return (
      <>
        <Named>{actor.name}</Named>, with the key <Named>{key.name}</Named>,
      </>
    )
  }
  return actor ? <Named>{actor.name}</Named> : otherwise
}

/** The person or the invited address it was done to. */
export function targetOf({ target }: AuditItem, otherwise = 'somebody'): ReactNode {
  const name = target?.person?.name ?? target?.label
  return name ? <Named>{name}</Named> : otherwise
}

/** Whether people did it to themselves. */
export function toThemself({ actor, target }: AuditItem): boolean {
  return actor !== null && actor.user === target?.id
}

/**
 * A role among the facts: as it was called then, where the entry says so, else as it is called today; null where
 * it names none.
 */
export function roleName({ facts, labels }: AuditItem, id: string, name?: string): string | null {
  const recorded = name === undefined ? undefined : facts[name]
  if (typeof recorded === 'string') return recorded
  const role = facts[id]
  return typeof role === 'string' ? (labels[role] ?? null) : null
}

/** Something else that a fact names by its id, as it is called today; null once it has no name any more. */
export function factName({ facts, labels }: AuditItem, id: string): string | null {
  const named = facts[id]
  return typeof named === 'string' ? (labels[named] ?? null) : null
}

/** The role as a part of a sentence. */
export function roleOf(item: AuditItem, id: string, name?: string): ReactNode {
  const role = roleName(item, id, name)
  return role ? <Named>{role}</Named> : 'another role'
}
