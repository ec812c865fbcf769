import { mayCancel, orThrow, rowsDone } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { importIn, setState } from './store.ts'

/**
 * Gives up an import: rows that were done stay done, the others never are. Refuses with `not-found` and, once it has
 * ended, `import-closed`.
 */
export const cancelImport = command({
  permission: 'invitations.send',
  records: 'import.cancelled',
  input: inOrganization({ import: IdOf('imp') }),
  async run({ tx, organization, actor, now }, { import: id }) {
    const running = await importIn(tx, organization.id, id)
    orThrow(mayCancel(running.state))
    await setState(tx, running, { state: 'cancelled', by: actor.id, now })
    const done = rowsDone(running)
    // What was never there as a whole has never begun, as far as the trail knows.
    if (running.state === 'loading') return { result: { done }, audit: UNCHANGED }
    return {
      result: { done },
      audit: { target: { kind: 'import', id }, facts: { done, left: running.rows - done } },
    }
  },
})
