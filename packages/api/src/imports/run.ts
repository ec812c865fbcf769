import {
  type ImportCounts,
  type ImportLine,
  type ImportState,
  mayGoOn,
  mayRun,
  orThrow,
  ROW_OUTCOMES,
  type RowOutcome,
  readRow,
  rowsDone,
} from '@roster/domain'
import { z } from 'zod'
import { nothingSoFar } from '../invitations/assess.ts'
import { limitSender } from '../invitations/flood.ts'
import { type CommandContext, command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { carryOut } from './carry-out.ts'
import { MOST_DONE } from './input.ts'
import { peopleIn } from './people.ts'
import { planRows } from './plan.ts'
import { importIn, linesAbout, rowsToDo, type StoredImport, setState, settleRows } from './store.ts'

/** How far an import is. */
export interface Progress extends ImportCounts {
  readonly state: ImportState
  readonly done: number
  readonly total: number
}

/** Imports of fewer rows count as people invited one by one. */
const MANY = 50

/**
 * Does the next rows of an import, in one transaction: what a call has answered is done, what it has not is not, and
 * each row is done once, however often it was cut short. Whoever brought the file goes on with it, by the rights of
 * today. Refuses with `not-found`, `not-your-import`, `import-incomplete`, `import-closed` and `too-many-attempts`; what is wrong with
 * a row is its own result.
 */
export const runImport = command({
  permission: 'invitations.send',
  records: 'import.finished',
  input: inOrganization({ import: IdOf('imp'), most: z.int().min(1).max(MOST_DONE).default(MOST_DONE) }),
  async run(context, { import: id, most }) {
    const { tx, organization, actor, now, newId } = context
    const running = await importIn(tx, organization.id, id)
    orThrow(mayGoOn(actor.id, running.createdBy))
    orThrow(mayRun(running.state))
    const lines = await upToOneself(context, await rowsToDo(tx, id, most))
    const planned = await planRows(
      tx,
      { ...context, reason: running.reason },
      lines,
      { lines: (keys) => linesAbout(tx, id, keys), soFar: nothingSoFar(), seats: 0 },
      () => newId('asg'),
    )
    const invited = planned.filter(({ plan }) => plan.kind === 'invite').length
    if (running.rows >= MANY && invited > 0) {
      await limitSender(tx, { organization: organization.id, sender: actor.id, more: invited, now })
    }
    const { rows, audit, ...seen } = await carryOut(context, running, planned)
    await settleRows(tx, id, rows)
    const counts = countsAfter(running, rows)
    const finished = rowsDone(counts) === running.rows
    if (finished) await setState(tx, running, { state: 'finished', by: actor.id, now })
    const end = { target: { kind: 'import' as const, id }, facts: { ...counts } }
    const [first, ...others] = finished ? [...audit, end] : audit
    const result: Progress = {
      ...counts,
      state: finished ? 'finished' : running.state,
      done: rowsDone(counts),
      total: running.rows,
    }
    return { result, audit: first ? ([first, ...others] as const) : UNCHANGED, ...seen }
  },
})

/** Up to the caller's own row: it may change what they hold, which the rows behind it are then decided by. */
async function upToOneself(
  { tx, organization, actor, now }: CommandContext,
  lines: readonly ImportLine[],
): Promise<readonly ImportLine[]> {
  const rows = lines.map(({ cells }) => readRow(cells, now).row)
  const people = await peopleIn(tx, organization.id, rows)
  const own = people.findIndex(({ user }) => user === actor.id)
  return own < 0 ? lines : lines.slice(0, own + 1)
}

function countsAfter(before: StoredImport, done: readonly { readonly outcome: RowOutcome }[]): ImportCounts {
  const { invited, reinvited, assigned, unchanged, refused } = before
  const counts = { invited, reinvited, assigned, unchanged, refused }
  for (const outcome of ROW_OUTCOMES) counts[outcome] += done.filter((row) => row.outcome === outcome).length
  return counts
}
