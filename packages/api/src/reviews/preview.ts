import { Refusal, type RefusalCode, type UserId } from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { ReviewScope } from './input.ts'
import { planReview } from './plan.ts'

/** How much a review would look at, and how it would be shared out; or why it cannot be started. */
export interface ReviewPreview {
  readonly items: number
  /** How many each reviewer gets; whoever gets none is left out. */
  readonly shares: readonly { readonly reviewer: UserId; readonly items: number }[]
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

/** For the dialog that starts a review. */
export const previewReview = query({
  permission: 'reviews.manage',
  input: inOrganization(ReviewScope),
  async run(context, asked): Promise<ReviewPreview> {
    const plan = await planReview(context.db, context, asked)
    if (plan instanceof Refusal) {
      if (plan.code === 'not-found') throw plan
      return { items: 0, shares: [], refusal: { code: plan.code, message: plan.message } }
    }
    const shares = Map.groupBy(plan.items, ({ reviewer }) => reviewer)
    return {
      items: plan.items.length,
      shares: [...shares].map(([reviewer, share]) => ({ reviewer, items: share.length })),
      refusal: null,
    }
  },
})
