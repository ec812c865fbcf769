import { DECISIONS, FALLBACKS, OUTCOMES, REVIEW_STATES } from '@roster/domain'
import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import {
  AnId,
  At,
  GroupRef,
  List,
  Page,
  Person,
  RefusalRef,
  RoleRef,
  whole,
} from '../transport/rest/schemas.ts'
import { cancelReview, closeReview } from './close.ts'
import { getReview } from './get.ts'
import { listReviewItems } from './items.ts'
import { listReviews } from './list.ts'
import { previewReview } from './preview.ts'
import { startReview } from './start.ts'
import { verifyReview } from './verify.ts'

const ALL = '/organizations/{organization}/reviews'
const ONE = `${ALL}/{review}`

const Listed = z
  .object({
    id: AnId('rev'),
    name: z.string(),
    scope: z.enum(['organization', 'projects', 'project']),
    project: z.string().nullable().describe('The name of the one project.'),
    state: z.enum(REVIEW_STATES),
    fallback: z.enum(FALLBACKS).describe('What happens at the deadline to what nobody decided about.'),
    since: At,
    deadline: At,
    closedAt: At.nullable(),
    items: z.int(),
    decided: z.int(),
    yours: z.int().describe('How many wait for the caller to decide.'),
  })
  .meta({ id: 'ListedReview', description: 'A review of who holds what.' })

const Review = Listed.extend({
  inactiveDays: z.int().nullable().describe('Only people who were not active for so long.'),
  startedBy: Person.nullable(),
  closedBy: Person.nullable(),
  reviewers: z.array(z.object({ person: Person, items: z.int(), left: z.int() })),
  outcomes: z.array(z.object({ outcome: z.enum(OUTCOMES), items: z.int() })),
  seal: z.string().nullable().describe('SHA-256 of the report, once it is closed.'),
  manages: z.boolean().describe('Whether the caller may close or cancel it.'),
}).meta({ id: 'Review', description: 'A review with its terms and how far it is.' })

const Item = z
  .object({
    id: AnId('rvi'),
    assignment: AnId('asg'),
    member: AnId('mem').nullable(),
    person: Person.nullable().describe('Whose it is; null for a group’s.'),
    group: GroupRef.nullable(),
    project: z.object({ id: z.string(), name: z.string() }).nullable(),
    role: RoleRef,
    since: At,
    expiresAt: At.nullable(),
    givenBy: Person.nullable(),
    reason: z.string().nullable(),
    lastActiveAt: At.nullable().describe('As it was at the start.'),
    reviewer: Person.nullable(),
    yours: z.boolean().describe('Whether it is the caller’s to decide.'),
    decision: z.enum(DECISIONS).nullable(),
    toRole: z.string().nullable(),
    decidedBy: Person.nullable(),
    decidedAt: At.nullable(),
    note: z.string().nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    refusal: z.string().nullable(),
  })
  .meta({ id: 'ReviewItem', description: 'An assignment under review, and what was decided about it.' })

const one = get({
  path: ONE,
  name: 'reviews.get',
  summary: 'Get a review',
  calls: getReview,
  answers: Review,
})

const { organization: _, ...starting } = startReview.input.shape
const Starting = z.strictObject(starting)

/** The resource `reviews`. Reviewers decide in person: no key may, and there is no route for it. */
export const reviewRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'reviews.list',
    summary: 'List reviews',
    description: 'The open ones first, then the newest: all of them, or those that the caller decides in.',
    calls: listReviews,
    answers: List(Listed, 'Reviews'),
    shows: whole,
  }),
  act({
    method: 'POST',
    path: ALL,
    name: 'reviews.start',
    summary: 'Start a review',
    description:
      'What is held within its scope at this moment is frozen and shared out among the reviewers, nobody to themself. With `dry_run=true`, how much that is.',
    refuses: ['not-your-own-access', 'too-large', 'invalid-name', 'people-only'],
    calls: startReview,
    takes: { fields: Starting, input: (given) => given },
    resource: one,
    at: ({ review }, params) => ({ ...params, review }),
    dryRun: get({
      path: ALL,
      name: 'reviews.preview',
      summary: 'How much a review would look at',
      calls: previewReview,
      takes: {
        fields: Starting,
        input(given) {
          const { name: _, fallback: __, deadline: ___, ...scope } = Starting.parse(given)
          return scope
        },
      },
      answers: z
        .object({
          items: z.int(),
          shares: z.array(z.object({ reviewer: AnId('usr'), items: z.int() })),
          refusal: RefusalRef.nullable(),
        })
        .meta({ id: 'ReviewPreview', description: 'How much a review would look at.' }),
    }),
  }),
  one,
  get({
    path: `${ONE}/items`,
    name: 'reviews.items',
    summary: 'List what is under review',
    refuses: ['cursor-invalid'],
    calls: listReviewItems,
    answers: Page(Item, 'ReviewItemPage'),
  }),
  act({
    method: 'POST',
    path: `${ONE}/close`,
    name: 'reviews.close',
    summary: 'Close a review before its deadline',
    description: 'What nobody decided about goes as the review said it would, and the report is sealed.',
    refuses: ['review-closed'],
    calls: closeReview,
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  act({
    method: 'POST',
    path: `${ONE}/cancel`,
    name: 'reviews.cancel',
    summary: 'Call a review off',
    description: 'What was decided stays, and nothing more happens.',
    refuses: ['review-closed'],
    calls: cancelReview,
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  get({
    path: `${ONE}/verification`,
    name: 'reviews.verify',
    summary: 'Verify the report of a closed review',
    calls: verifyReview,
    answers: z
      .object({
        intact: z.boolean(),
        seal: z.string().describe('What it comes to now.'),
        recorded: z.string().nullable().describe('What the audit trail says it was.'),
        sequence: z.int().nullable().describe('The entry of the trail.'),
      })
      .meta({ id: 'ReviewVerification', description: 'Whether a report is as it was sealed.' }),
  }),
]
