import { type AuditEntryId, mayUndo, orThrow, Refusal, type UndoKind } from '@roster/domain'
import { z } from 'zod'
import { attempt } from '../../platform/attempt.ts'
import { AUDIT_TARGET_KINDS, type AuditFacts } from '../../platform/audit.ts'
import { bulkCommand, type ItemDone } from '../../platform/command.ts'
import { inOrganization } from '../../platform/input.ts'
import type { StoredEntry } from '../stored-entry.ts'
import { restoreGroup, restoreProject } from './container.ts'
import { entryToUndo } from './entry.ts'
import { restoreInvitation } from './invitation.ts'
import { restoreMembership } from './membership.ts'
import { restorePlace } from './place.ts'
import { restoreRoles } from './role.ts'
import type { Restored, UndoableEntry, UndoContext } from './scope.ts'

export interface Undone {
  readonly entry: AuditEntryId
  readonly sequence: number
}

const WAYS: Readonly<Record<UndoKind, (context: UndoContext, entry: UndoableEntry) => Promise<Restored>>> = {
  membership: restoreMembership,
  role: restoreRoles,
  place: restorePlace,
  invitation: restoreInvitation,
  project: restoreProject,
  group: restoreGroup,
}

/** Entries of the trail by their numbers in it. */
const Sequences = z.array(z.int().min(1)).min(1).max(1_000)

/**
 * Takes back what entries of the trail tell of, each by itself, under today's rules: whoever undoes must be allowed
 * to do the opposite today. Roles, projects and groups come back exactly, as new rows with today as their beginning;
 * sessions and keys stay dead. Refuses each with `undo-not-possible`, `undo-too-late`, `changed-meanwhile`,
 * `not-permitted`, `beyond-your-own`, and as the way back says.
 */
export const undo = bulkCommand({
  permission: 'organization.read',
  records: 'change.undone',
  input: inOrganization({ entries: Sequences }),
  items: (input) => input.entries,
  async run(context, _, sequences: readonly number[]): Promise<readonly ItemDone<Undone>[]> {
    const outcomes: ItemDone<Undone>[] = []
    for (const sequence of sequences) outcomes.push(await undoOne(context, sequence))
    return outcomes
  },
})

async function undoOne(context: UndoContext, sequence: number): Promise<ItemDone<Undone>> {
  const outcome = await attempt(context.tx, async (): Promise<ItemDone<Undone>> => {
    const entry = await entryToUndo(context.tx, context.organization.id, sequence)
    const kind = orThrow(mayUndo(entry, context.now))
    const { outbox = [], people, shownBy, facts } = await WAYS[kind](context, { ...entry, kind })
    return {
      result: { entry: entry.id, sequence },
      audit: {
        target: targetOf(entry),
        facts: { ...facts, entry: entry.id, sequence, undone: entry.action },
      },
      outbox,
      people,
      shownBy,
    }
  })
  return outcome instanceof Refusal ? { refusal: outcome } : outcome
}

function targetOf({ target }: StoredEntry): AuditFacts['target'] {
  const kind = AUDIT_TARGET_KINDS.find((known) => known === target?.kind)
  return target && kind ? { kind, id: target.id } : null
}
