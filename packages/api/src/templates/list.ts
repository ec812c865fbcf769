import { type Instant, TEMPLATE_KINDS, type TemplateKind, type TemplateText } from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import { templatesOf, textNow } from './store.ts'

/** A letter's text as it holds now. */
export interface ListedTemplate extends TemplateText {
  readonly kind: TemplateKind
  /** Null for the standard text. */
  readonly changed: { readonly at: Instant; readonly by: Person | null } | null
}

/** The text of every letter that an organization may put into its own words. */
export const listTemplates = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, organization }): Promise<readonly ListedTemplate[]> {
    const own = await templatesOf(db, organization.id)
    const writers = [...own.values()].map((text) => text.updatedBy)
    const people = await peopleOf(db, organization.id, writers)
    return TEMPLATE_KINDS.map((kind) => {
      const text = own.get(kind)
      const changed = text ? { at: text.updatedAt, by: people.get(text.updatedBy) ?? null } : null
      return { kind, ...textNow(kind, text), changed }
    })
  },
})
