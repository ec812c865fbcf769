import type { ChangeId, UndoKind, UserId } from '@roster/domain'
import type { Slice } from '../../platform/changes.ts'
import type { CommandContext } from '../../platform/command.ts'
import type { OutboxMessage } from '../../platform/outbox.ts'
import type { StoredEntry } from '../stored-entry.ts'

/** An entry that can be taken back, with the call it came from. */
export interface UndoableEntry extends StoredEntry {
  readonly sequence: number
  readonly change: ChangeId
  readonly kind: UndoKind
}

/** What undoing works with: a command's context, without the right that allowed it; each way back asks its own. */
export type UndoContext = Pick<
  CommandContext,
  'tx' | 'newId' | 'now' | 'organization' | 'held' | 'actor' | 'member' | 'links' | 'instance'
>

/** What came back, for the page and the trail. */
export interface Restored {
  /** People whose own pages this touches. */
  readonly people: readonly UserId[]
  readonly shownBy: readonly Slice[]
  /** Ids of what began anew and ended, for the trail. */
  readonly facts: Readonly<Record<string, string | readonly string[]>>
  readonly outbox?: readonly OutboxMessage[]
}
