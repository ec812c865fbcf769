import { checkTemplate, orThrow, TEMPLATE_KINDS, type TemplateKind, type TemplateText } from '@roster/domain'
import { z } from 'zod'

export const Kind = z.enum(TEMPLATE_KINDS)

/** A text as it is typed; `checkedText` asks the rules of its letter. */
export const Text = { subject: z.string().max(10_000), body: z.string().max(10_000) }

/** The text in its canonical form, or refused as `checkTemplate` says. */
export function checkedText(kind: TemplateKind, { subject, body }: TemplateText): TemplateText {
  return orThrow(checkTemplate(kind, { subject, body }))
}
