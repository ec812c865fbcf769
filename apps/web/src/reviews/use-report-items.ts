import type { ReviewId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import type { ReviewItem } from './types.ts'

const AT_ONCE = 100 // as the server takes

/** Every decision of a review, read piece by piece when it is wanted as a whole. */
export function useReportItems(review: ReviewId) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const [pending, setPending] = useState(false)
  /** All of them, or undefined when they could not be had, which was said. */
  async function read(): Promise<readonly ReviewItem[] | undefined> {
    setPending(true)
    try {
      const items: ReviewItem[] = []
      let cursor: string | undefined
      do {
        const page = await utils.client.reviews.items.query({
          organization,
          review,
          pageSize: AT_ONCE,
          cursor,
        })
        items.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      return items
    } catch (error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
      return undefined
    } finally {
      setPending(false)
    }
  }
  return { pending, read }
}
