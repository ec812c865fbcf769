import { STANDARD_TEXTS } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { Kind } from './input.ts'
import { removeTemplate } from './store.ts'

/** Goes back to the standard text of a letter. */
export const resetTemplate = command({
  permission: 'organization.update',
  records: 'template.reset',
  input: inOrganization({ kind: Kind }),
  async run({ tx, organization }, { kind }) {
    const result = STANDARD_TEXTS[kind]
    if (!(await removeTemplate(tx, organization.id, kind))) return { result, audit: UNCHANGED }
    return { result, audit: { target: { kind: 'template', id: kind }, facts: { template: kind } } as const }
  },
})
