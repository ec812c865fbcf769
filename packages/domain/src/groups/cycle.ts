import type { GroupId } from '../ids.ts'
import { Refusal } from '../refusal.ts'

/** A group inside a group: whoever is in `child` is in `parent` too. */
export type GroupEdge = { readonly parent: GroupId; readonly child: GroupId }

/** Whether putting `child` into `parent` would make a group contain itself, directly or through others. */
export function wouldCycle(edges: readonly GroupEdge[], parent: GroupId, child: GroupId): boolean {
  return expand([parent], edges).has(child)
}

/** `group-cycle` when `child` cannot go into `parent`. */
export function mayNest(edges: readonly GroupEdge[], parent: GroupId, child: GroupId): true | Refusal {
  return wouldCycle(edges, parent, child) ? new Refusal('group-cycle') : true
}

/** Every group somebody is in: those given, and all that contain these. Ends even if edges formed a ring. */
export function expand(groups: Iterable<GroupId>, edges: readonly GroupEdge[]): ReadonlySet<GroupId> {
  const parents = new Map<GroupId, GroupId[]>()
  for (const { parent, child } of edges) parents.set(child, [...(parents.get(child) ?? []), parent])

  const reached = new Set(groups)
  // A set visits what is added while it is walked, so this reaches every level.
  for (const group of reached) for (const parent of parents.get(group) ?? []) reached.add(parent)
  return reached
}
