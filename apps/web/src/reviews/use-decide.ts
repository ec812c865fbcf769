import type { Decision, RoleId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { ReviewDetails, ReviewItem } from './types.ts'
import { useReviewsChanged } from './use-reviews-changed.ts'
import { OUTCOMES } from './words.ts'

export type Said = { decision: Decision; role?: RoleId | undefined; note?: string | undefined }

/** Decides about items at once, and keeps the reasons of those that were refused for their rows. */
export function useDecide({ id: review }: Pick<ReviewDetails, 'id'>) {
  const { organization } = useHere()
  const changed = useReviewsChanged()
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map())
  const call = trpc.reviews.decide.useMutation()
  return {
    /** Why the last decision about an item was refused, by its id. */
    refusals,
    pending: call.isPending,
    /** Answers the ids of those that are decided now. */
    async decide(items: readonly ReviewItem[], { decision, role, note }: Said): Promise<ReadonlySet<string>> {
      const ids = items.map(({ id }) => id)
      try {
        const outcomes = await call.mutateAsync({
          ...{ organization, review, items: ids, decision, role },
          ...(note && { note }),
        })
        await changed()
        const left = new Map([...refusals].filter(([id]) => !ids.some((each) => each === id)))
        const done = new Set<string>()
        const became = new Map<string, number>()
        outcomes.forEach((outcome, at) => {
          const item = ids[at]
          if (item === undefined) return
          if (!outcome.ok) {
            left.set(item, outcome.refusal.message)
            return
          }
          done.add(item)
          const { label } = OUTCOMES[outcome.result.outcome]
          became.set(label, (became.get(label) ?? 0) + 1)
        })
        setRefusals(left)
        const refused = ids.length - done.size
        const parts = [...became].map(([label, many]) => (ids.length === 1 ? label : `${label}: ${many}`))
        if (refused > 0) parts.push(`${counted(refused, 'was', 'were')} refused, with the reason in the row`)
        notify({ message: `${parts.join('. ')}.`, meaning: refused > 0 ? 'warning' : 'success' })
        return done
      } catch (error) {
        notify({ message: sentenceOf(error), meaning: 'danger' })
        return new Set()
      }
    },
  }
}
