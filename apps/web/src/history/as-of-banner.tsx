import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { dayText } from './utc-day.ts'

type AsOfBannerProps = {
  day: string
  onBack: () => void
  /** What else there is to know of what is shown. */
  children: ReactNode
  /** Beside the way back. */
  actions?: ReactNode
}

/** Says that this is not the present, and leads back to it. */
export function AsOfBanner({ day, onBack, children, actions }: AsOfBannerProps) {
  return (
    <div className="mb-3">
      <Callout
        title={`As of ${dayText(day)}`}
        actions={
          <>
            <Button size="small" onClick={onBack}>
              Back to today
            </Button>
            {actions}
          </>
        }
      >
        {children}
      </Callout>
    </div>
  )
}
