import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { Webhook } from './types.ts'
import { offText } from './words.ts'

type WebhookTroubleProps = { webhook: Webhook; onSwitchOn: () => void }

/** What is wrong with a webhook at the moment, and what to do about it. */
export function WebhookTrouble({ webhook, onSwitchOn }: WebhookTroubleProps) {
  const { off, failingSince, missed } = webhook
  return (
    <>
      {off && (
        <Callout
          meaning="warning"
          title={
            <>
              Switched off <Time at={off.at} />
            </>
          }
          actions={
            <Button size="small" onClick={onSwitchOn}>
              Switch on
            </Button>
          }
        >
          {offText(off)} Nothing is sent until it is switched on again; you choose then whether what happened
          meanwhile is sent.
        </Callout>
      )}
      {!off && failingSince !== null && (
        <Callout meaning="warning" title="The receiver takes nothing at the moment">
          It began <Time at={failingSince} />. Roster tries again for three days, then it switches the webhook
          off and tells the owners.
        </Callout>
      )}
      {missed > 0 && (
        <Callout meaning="warning" title={`${counted(missed, 'event was', 'events were')} not sent`}>
          They were deleted from the audit trail, or held for longer than 30 days, before they could be sent.
        </Callout>
      )}
    </>
  )
}
