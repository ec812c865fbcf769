import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { Moment } from '../platform/input.ts'
import type { Takes } from '../transport/rest/taken.ts'
import { LISTED_STATUSES, type ListedStatus } from './filter.ts'
import { listInvitations } from './list.ts'

/** What other products call the same statuses (T21). */
const SYNONYMS: Readonly<Record<string, ListedStatus>> = {
  PENDING: 'open',
  ACTIVE: 'active',
  EXPIRED: 'expired',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  REVOKED: 'revoked',
  CANCELLED: 'revoked',
  ALL: 'all',
}

const {
  organization: _,
  status: __,
  sentAfter: ___,
  sentBefore: ____,
  ...asked
} = listInvitations.input.shape
const Filters = z.strictObject({
  ...asked,
  status: z
    .enum([...LISTED_STATUSES, ...Object.keys(SYNONYMS)])
    .default('open')
    .describe(
      '`open` are all that wait for an answer, run out or not; `pending` those whose mail is on its way. In capitals they go by the names that other products have for them: `PENDING` is `open`.',
    ),
  type: z.enum(['JOIN_ORGANIZATION']).optional().describe('Every invitation is of this type.'),
  start: Moment.optional().describe('Sent at this moment or later.'),
  end: Moment.optional().describe('Sent before this moment.'),
  role: asked.role.describe('Those that give this role in the organization.'),
  sender: asked.sender.describe('Those that this person sent.'),
  project: asked.project.describe('Those that lead to this project.'),
  search: asked.search.describe('Words that occur in the address or the username.'),
})

/** How lists of invitations are asked for: filters in any combination (T21, T22). */
export const listTakes = (but: readonly 'project'[] = []): Takes<typeof listInvitations.input> => ({
  fields: but.length > 0 ? Filters.omit({ project: true }) : Filters,
  input(given) {
    const { type: _, start, end, status, ...filters } = Filters.parse(given)
    if (start !== undefined && end !== undefined && start > end)
      throw new Refusal('invalid-input', { field: 'end', reason: 'it is before the start' })
    const known = LISTED_STATUSES.find((one) => one === status) ?? SYNONYMS[status]
    return { ...filters, status: known, sentAfter: start, sentBefore: end }
  },
})
