import { type Permission, roleOrder } from '@roster/domain'
import type { RoleRef } from '../roles/store.ts'

/** The most powerful role among some, those that have been deleted since as well; null of none. */
export function mostPowerful(
  held: readonly { readonly role: RoleRef; readonly permissions: ReadonlySet<Permission> }[],
): RoleRef | null {
  const ranked = held.toSorted((a, b) => roleOrder({ ...a, name: a.role.name }, { ...b, name: b.role.name }))
  return ranked.at(-1)?.role ?? null
}
