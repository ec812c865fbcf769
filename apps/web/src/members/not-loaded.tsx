import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

/** The list could not be had: why, and another try. */
export function NotLoaded({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Callout
      meaning="danger"
      title="The members could not be loaded"
      announced
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {sentenceOf(error)}
    </Callout>
  )
}
