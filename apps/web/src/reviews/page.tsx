import { ClipboardCheck, Lock } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ReviewsList } from './reviews-list.tsx'
import { useReviewsSearch } from './use-reviews-search.ts'

const StartDialog = lazy(() => import('./start-dialog.tsx').then((file) => ({ default: file.StartDialog })))

/** The access reviews of the organization: those under way first, then what came out of the others (D41). */
export function ReviewsPage() {
  const { organization, here, may, whyNot } = useHere()
  const { search, set } = useReviewsSearch()
  const list = trpc.reviews.list.useQuery({ organization })
  useTitle(`Reviews · ${here.name}`)
  if (list.error && !list.data) {
    return <NotLoaded what="reviews" error={list.error} onRetry={() => void list.refetch()} />
  }
  if (list.data?.length === 0 && !may('reviews.read')) return <NotAsked />
  const start = (
    <Button
      variant="primary"
      icon={ClipboardCheck}
      onClick={() => set({ start: true })}
      disabledReason={whyNot('reviews.manage')}
    >
      Start a review
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Reviews"
        subtitle={`Looking through who may do what in ${here.name}, one access after another.`}
        actions={list.data && list.data.length > 0 && start}
      />
      <ReviewsList
        reviews={list.data}
        empty={
          <EmptyState icon={ClipboardCheck} title="No reviews yet" action={start}>
            In a review, people you choose decide about each access: keep it, change the role, or revoke it.
            What they decided stays as a sealed report.
          </EmptyState>
        }
      />
      {search.start && may('reviews.manage') && (
        <Suspense>
          <StartDialog
            scope={search.scope}
            inactiveDays={search.inactive}
            onClose={() => set({ start: undefined })}
          />
        </Suspense>
      )}
    </>
  )
}

function NotAsked() {
  const { organization, here } = useHere()
  return (
    <ErrorPage
      icon={Lock}
      title="Nobody asked you to review access"
      next="When somebody does, you are told by mail, and what you are to decide about shows here."
      actions={
        <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {here.name}</LinkButton>
      }
    />
  )
}
