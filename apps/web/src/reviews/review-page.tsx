import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ItemsList } from './items-list.tsx'
import { ReviewFacts } from './review-facts.tsx'
import { useReviewSearch } from './use-reviews-search.ts'
import { STATES, scopeText } from './words.ts'

const EndDialog = lazy(() => import('./end-dialog.tsx').then((file) => ({ default: file.EndDialog })))
const Report = lazy(() => import('./report.tsx').then((file) => ({ default: file.Report })))

/** One review: how far it is, what waits for oneself, and what was decided; once closed, its sealed report (D41). */
export function ReviewPage() {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const { review: id } = useParams({ from: '/signed-in/$organization/reviews/$review' })
  const { search, set } = useReviewSearch()
  const [review] = trpc.reviews.get.useSuspenseQuery({ organization, review: id })
  const { state, manages } = review
  useTitle(`${review.name} · ${here.name}`)
  return (
    <>
      <PageHeader
        back={<TextLink link={{ to: '/$organization/reviews', params: { organization } }}>Reviews</TextLink>}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <bdi>{review.name}</bdi>
            <Badge meaning={STATES[state].meaning}>{STATES[state].label}</Badge>
          </span>
        }
        subtitle={`${scopeText(review, here.name, label)}.`}
        actions={
          state === 'open' &&
          manages && (
            <>
              <Button variant="quiet" onClick={() => set({ end: 'cancel' })}>
                Call it off
              </Button>
              <Button onClick={() => set({ end: 'close' })}>Close now</Button>
            </>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <ReviewFacts review={review} />
        {state === 'closed' && (
          <Suspense>
            <Report review={review} />
          </Suspense>
        )}
        <div className="print:hidden">
          <ItemsList review={review} />
        </div>
      </div>
      {search.end && state === 'open' && manages && (
        <Suspense>
          <EndDialog review={review} how={search.end} onClose={() => set({ end: undefined })} />
        </Suspense>
      )}
    </>
  )
}
