import type { ChangeId } from '@roster/domain'
import type { Done } from '../platform/command.ts'

/** What a change to a group answers: itself, to take it back by; null when there was nothing to change. */
export type Changed = Done<{ readonly change: ChangeId | null }>
