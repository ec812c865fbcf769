import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { incidentOf, refusalOf, sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { NotFoundPage } from './not-found.tsx'
import { useTitle } from './title.ts'

/** What a page shows when it could not be loaded. */
export function RoutedError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const refusal = refusalOf(error)
  useTitle('Not loaded')
  if (refusal?.code === 'not-found') return <NotFoundPage />
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <ErrorPage
      title={refusal ? 'This page is not open to you' : 'This page could not be loaded'}
      next={sentenceOf(error)}
      actions={<Button onClick={again}>Try again</Button>}
      requestId={incidentOf(error)}
    />
  )
}
