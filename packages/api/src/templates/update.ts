import { isStandard } from '@roster/domain'
import type { AuditFacts } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { checkedText, Kind, Text } from './input.ts'
import { removeTemplate, templatesOf, textNow, writeTemplate } from './store.ts'

/**
 * Puts a letter into the organization's own words. Texts that say what the letter says anyway are the standard ones
 * again. Refuses as `checkTemplate` says. The trail tells what was changed, not the words.
 */
export const updateTemplate = command({
  permission: 'organization.update',
  records: 'template.updated',
  input: inOrganization({ kind: Kind, ...Text }),
  async run({ tx, organization, actor, now }, { kind, ...asked }) {
    const text = checkedText(kind, asked)
    const before = textNow(kind, (await templatesOf(tx, organization.id)).get(kind))
    const fields = (['subject', 'body'] as const).filter((field) => before[field] !== text[field])
    if (fields.length === 0) return { result: text, audit: UNCHANGED }
    if (isStandard(kind, text)) await removeTemplate(tx, organization.id, kind)
    else await writeTemplate(tx, organization.id, { kind, ...text, updatedAt: now, updatedBy: actor.id })
    const audit: AuditFacts = { target: { kind: 'template', id: kind }, facts: { template: kind, fields } }
    return { result: text, audit }
  },
})
