import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { incidentOf, refusalOf, sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { NotFoundPage } from './not-found.tsx'
import { useTitle } from './title.ts'

/** What a page shows when it could not be loaded. */
export function RoutedError(props: ErrorComponentProps) {
  return refusalOf(props.error)?.code === 'not-found' ? <NotFoundPage /> : <NotLoaded {...props} />
}

function NotLoaded({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const title = refusalOf(error) ? 'This page is not open to you' : 'This page could not be loaded'
  useTitle(title)
  const again = () => {
    if (isMissingCode(error)) return window.location.reload()
    reset()
    void router.invalidate()
  }
  return (
    <ErrorPage
      title={title}
      next={sentenceOf(error)}
      actions={<Button onClick={again}>Try again</Button>}
      requestId={incidentOf(error)}
    />
  )
}

/**
 * Whether a part of the page's own code could not be fetched: the network failed, or a newer Roster has taken the
 * place of the one the page came from. A page never asks for a module twice, so only loading it anew helps.
 */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /import/i.test(error.message)
}
