import { command, UNCHANGED } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { FileName, Total, Why } from './input.ts'
import { insertImport } from './store.ts'

/**
 * Makes room for a file of so many rows, which are loaded next (D35). Nobody sees anything of it before all of it is
 * there, so there is nothing to record yet. Refuses with `too-large`.
 */
export const openImport = command({
  permission: 'invitations.send',
  records: 'import.started',
  input: inOrganization({ name: FileName, total: Total, reason: Why }),
  async run({ tx, newId, organization, actor, now }, { name, total, reason }) {
    const id = newId('imp')
    await insertImport(tx, {
      ...{ id, organization: organization.id, name, reason, rows: total, by: actor.id, now },
    })
    return { result: { import: id }, audit: UNCHANGED }
  },
})
