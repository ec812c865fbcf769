import { mayGoOn, orThrow, Refusal } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { Lines } from './input.ts'
import { importIn, insertRows, setState } from './store.ts'

/**
 * Adds a part of the file to an import, by whoever opened it (`not-your-import`); with the last one it begins. A
 * part that was sent before adds nothing. Refuses with `not-found`, `import-closed` once it has begun, and `too-large` for more rows
 * than were announced.
 */
export const loadImport = command({
  permission: 'invitations.send',
  records: 'import.started',
  input: inOrganization({ import: IdOf('imp'), lines: Lines }),
  async run({ tx, organization, actor, now }, { import: id, lines }) {
    const opened = await importIn(tx, organization.id, id)
    orThrow(mayGoOn(actor.id, opened.createdBy))
    if (opened.state !== 'loading') throw new Refusal('import-closed', { state: 'started' })
    const { rows } = opened
    const loaded = await insertRows(tx, opened, lines)
    if (loaded > rows) throw new Refusal('too-large', { most: rows })
    const result = { loaded, total: rows }
    if (loaded < rows) return { result, audit: UNCHANGED }
    await setState(tx, opened, { state: 'running', by: actor.id, now })
    return { result, audit: { target: { kind: 'import', id }, facts: { rows } } }
  },
})
