import { Badge } from '../ui/badge.tsx'
import type { Member } from './types.ts'

/** A role in its colour: who decides about others stands out. */
export function RoleBadge({ role }: { role: Member['role'] }) {
  const meaning = role.key === 'owner' ? 'accent' : role.key === 'admin' ? 'info' : 'neutral'
  return <Badge meaning={meaning}>{role.name}</Badge>
}
