import { Time } from '../ui/time.tsx'
import type { Standing } from './standing.ts'
import { deliverySentence } from './status-sentences.ts'
import type { Listed } from './types.ts'

/** How the mail fares: where it is, what the server replied, and when it is tried next (D44). */
export function DeliveryFacts({ delivery, mail }: Pick<Listed, 'delivery'> & Pick<Standing, 'mail'>) {
  return (
    <>
      <p>{deliverySentence(delivery, mail)}</p>
      {delivery?.outcome && (
        <p className="text-ink-muted [overflow-wrap:anywhere]">
          <span className="sr-only">Reply: </span>
          <q>{delivery.outcome}</q>
        </p>
      )}
      {delivery?.state === 'queued' && delivery.nextAttemptAt !== null && delivery.attempts > 0 && (
        <p className="text-ink-muted">
          Next try: <Time at={delivery.nextAttemptAt} />
        </p>
      )}
    </>
  )
}
