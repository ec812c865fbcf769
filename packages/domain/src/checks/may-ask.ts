import type { ProjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { decide, type HeldAssignment } from '../roles/decide.ts'
import { isProjectPermission } from '../roles/level.ts'
import type { Permission } from '../roles/permissions.ts'

/** Where a question is about: the organization (null), or one project of it. */
export type AskedAt = ProjectId | null

/**
 * What somebody must hold to ask what others may do: at a project, what is held there is told to whoever may see who is
 * in it; everything else to whoever may see the members of the organization.
 */
export function neededToAsk(permission: Permission, at: AskedAt): Permission {
  return at !== null && isProjectPermission(permission) ? 'project.members.read' : 'members.read'
}

/**
 * Whether somebody may ask what another may do there, never whether that other exists: everybody may ask about
 * themselves. Refuses with `not-permitted`, naming what is missing.
 */
export function mayAsk(asking: {
  readonly held: readonly HeldAssignment[]
  readonly own: boolean
  readonly permission: Permission
  readonly at: AskedAt
}): true | Refusal {
  const { held, own, permission, at } = asking
  if (own) return true
  const allowed = decide(held, neededToAsk(permission, at), at ?? undefined)
  return allowed instanceof Refusal ? allowed : true
}
