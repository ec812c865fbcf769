import {
  canonicalEmail,
  canonicalSlug,
  canonicalUsername,
  freeText,
  type Id,
  type IdPrefix,
  isId,
  organizationName,
  personName,
  projectName,
  Refusal,
} from '@roster/domain'
import { z } from 'zod'

/** Longest text any field takes before its own rule is asked; more is not worth reading. */
const LONGEST = 10_000

/** Text that a rule of the domain turns into its canonical form, or refuses in its own words. */
export function ruled<T>(rule: (text: string) => T | Refusal) {
  return z
    .string()
    .max(LONGEST)
    .transform((text, context): T => {
      const value = rule(text)
      if (!(value instanceof Refusal)) return value
      context.addIssue({ code: 'custom', message: value.message, params: { refusal: value } })
      return z.NEVER
    })
}

export const Email = ruled(canonicalEmail)
export const Username = ruled(canonicalUsername)
export const PersonName = ruled(personName)
export const OrganizationName = ruled(organizationName)
export const ProjectName = ruled(projectName)
export const Slug = ruled(canonicalSlug)
export const FreeText = (most: number) => ruled((text) => freeText(text, most))

/** A password as given: its rules are asked where one is chosen, not where one is checked. */
export const Password = z.string().min(1).max(1_000)

/** An id of one kind. Another kind's, or anything else, is nothing that exists. */
export function IdOf<P extends IdPrefix>(prefix: P) {
  return z
    .string()
    .max(100)
    .refine((text): text is Id<P> => isId(prefix, text), { params: { refusal: new Refusal('not-found') } })
}

/** Input of everything that happens in an organization, which is named by id or slug. Unknown fields are refused. */
export function inOrganization<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ organization: z.string().min(1).max(100), ...shape })
}

/** Input of everything that happens at one project of an organization. */
export function inProject<Shape extends z.ZodRawShape>(shape: Shape) {
  return inOrganization({ project: IdOf('prj'), ...shape })
}

/** A moment: milliseconds here, an RFC 3339 text where programs ask. */
export const Moment = z
  .int()
  .min(0)
  .max(8_640_000_000_000_000)
  .meta({
    wire: 'date-time',
    override: { type: 'string' as const, format: 'date-time' },
    examples: ['2027-01-31T00:00:00Z'],
  })

/** The secret part of a link, out of the fragment. */
export const LinkSecret = z.string().max(200)

/** Paging as every list has it: a page by number, or the place after a cursor. */
export const Paging = {
  page: z.int().min(1).max(1_000_000).default(1).describe('Which page, from 1 on.'),
  pageSize: z.int().min(1).max(100).default(25).describe('How many a page.'),
  cursor: z.string().max(500).optional().describe('Where the page begins: `next_cursor` of the one before.'),
}
