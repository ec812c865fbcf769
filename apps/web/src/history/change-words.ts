import type { Meaning } from '../ui/meaning.ts'
import type { Change } from './types.ts'

/** What a difference is called, and in which colour: access gained, lost, or another. */
export const CHANGE_WORDS = {
  joined: { label: 'Joined', meaning: 'success' },
  left: { label: 'Left', meaning: 'warning' },
  'role-changed': { label: 'Role changed', meaning: 'info' },
  'project-role-gained': { label: 'Got a role', meaning: 'success' },
  'project-role-lost': { label: 'Lost a role', meaning: 'warning' },
  'role-expired': { label: 'Role ended by itself', meaning: 'warning' },
  'group-joined': { label: 'Came into group', meaning: 'success' },
  'group-left': { label: 'Left group', meaning: 'warning' },
} as const satisfies Record<Change['kind'], { label: string; meaning: Meaning }>
