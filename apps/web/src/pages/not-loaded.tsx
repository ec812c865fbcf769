import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

type NotLoadedProps = {
  /** What the list lists, e.g. "members". */
  what: string
  error: unknown
  onRetry: () => void
}

/** A list could not be had: why, and another try. */
export function NotLoaded({ what, error, onRetry }: NotLoadedProps) {
  return (
    <Callout
      meaning="danger"
      title={`The ${what} could not be loaded`}
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
