import { counted } from '../ui/number.ts'
import type { ListedRole } from './types.ts'

type Held = Pick<ListedRole, 'members' | 'places' | 'groups' | 'invitations'>

/** How often a role is held, in the words of its level: people at the organization, places in projects. */
export function heldText({ members, places, groups, invitations }: Held): string {
  const parts = [
    members > 0 && counted(members, 'person', 'people'),
    places > 0 && counted(places, 'place in projects', 'places in projects'),
    groups > 0 && counted(groups, 'group', 'groups'),
    invitations > 0 && counted(invitations, 'invitation', 'invitations'),
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(', ') : 'Nobody yet'
}

/** Whether anybody or anything holds it. */
export function isHeld({ members, places, groups, invitations }: Held): boolean {
  return members + places + groups + invitations > 0
}
