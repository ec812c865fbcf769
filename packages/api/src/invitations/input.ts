import { invitationMessage, Refusal } from '@roster/domain'
import { z } from 'zod'
import { ruled } from '../platform/input.ts'

/** As many as one call takes: made for an organization that moves in as a whole. */
export const MOST_AT_ONCE = 10_000

/** A list of at most so many; a longer one is refused with `too-large`. */
function upTo<Schema extends z.ZodType>(most: number, schema: Schema) {
  return z
    .array(schema)
    .refine((list) => list.length <= most, { params: { refusal: new Refusal('too-large', { most }) } })
}

/** What was typed or pasted, one entry for each recipient; entries that are none get a refusal of their own. */
export const Recipients = (most: number) => upTo(most, z.string())

/** Ids of invitations; one that means nothing here is refused by itself. */
export const InvitationIds = upTo(MOST_AT_ONCE, z.string().max(100))

/** Id of an invitation in a link: whatever it is, what it does not open is a link that is not valid. */
export const LinkedInvitation = z.string().max(100)

/** The sender's own words in the mail and on the page; an empty text is none. */
export const Message = ruled(invitationMessage)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .optional()
