import { bulk, mutation, read, router } from '../transport/trpc.ts'
import { cancelReview, closeReview } from './close.ts'
import { decideItems } from './decide.ts'
import { getReview } from './get.ts'
import { listReviewItems } from './items.ts'
import { listReviews } from './list.ts'
import { previewReview } from './preview.ts'
import { startReview } from './start.ts'
import { verifyReview } from './verify.ts'

export const reviewsRouter = router({
  list: read(listReviews),
  get: read(getReview),
  items: read(listReviewItems),
  preview: read(previewReview),
  verify: read(verifyReview),
  start: mutation(startReview),
  decide: bulk(decideItems),
  close: mutation(closeReview),
  cancel: mutation(cancelReview),
})
