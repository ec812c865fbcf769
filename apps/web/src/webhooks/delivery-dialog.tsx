import type { DeliveryId } from '@roster/domain'
import { Send } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { ACTION_NAMES } from '../audit/actions.ts'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Code } from '../ui/code.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Literal } from '../ui/literal.tsx'
import { Time } from '../ui/time.tsx'
import { AttemptEntry } from './attempt-entry.tsx'
import type { DeliveryDetails, Webhook } from './types.ts'
import { DELIVERY_STATES, readable } from './words.ts'

type DeliveryDialogProps = { webhook: Webhook; id: DeliveryId; onClose: () => void }

/** One delivery: what is sent, everything that was tried and what was answered, and when it is tried again. */
export function DeliveryDialog({ webhook, id, onClose }: DeliveryDialogProps) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const found = trpc.webhooks.delivery.useQuery({ organization, webhook: webhook.id, delivery: id })
  const replay = trpc.webhooks.replay.useMutation({ onSuccess: () => utils.webhooks.invalidate() })
  const delivery = found.data
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="wide"
      title={delivery ? ACTION_NAMES[delivery.event] : 'Delivery'}
      description={delivery && <code className="font-mono text-xs">{delivery.event}</code>}
      footer={
        <Button
          variant="primary"
          icon={Send}
          pending={replay.isPending}
          disabledReason={
            webhook.state === 'off' ? 'The webhook is switched off. Switch it on first.' : undefined
          }
          onClick={() => replay.mutate({ organization, webhook: webhook.id, delivery: id })}
        >
          Send again
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        {(found.error ?? replay.error) && (
          <Callout meaning="danger" announced>
            {sentenceOf(found.error ?? replay.error)}
          </Callout>
        )}
        {replay.isSuccess && (
          <Callout meaning="success" announced>
            It is sent again, under the same id, so the receiver can tell that it had it before.
          </Callout>
        )}
        {delivery && <Details delivery={delivery} />}
      </div>
    </Dialog>
  )
}

function Details({ delivery }: { delivery: DeliveryDetails }) {
  const { state, eventId, sequence, createdAt, nextAttemptAt, lastReason, attempts, body, tried } = delivery
  return (
    <>
      <DefinitionList
        items={[
          {
            term: 'State',
            value: <Badge meaning={DELIVERY_STATES[state].meaning}>{DELIVERY_STATES[state].label}</Badge>,
          },
          ...(nextAttemptAt === null ? [] : [{ term: 'Next try', value: <Time at={nextAttemptAt} /> }]),
          ...(state === 'pending' && nextAttemptAt === null
            ? [{ term: 'Next try', value: 'When the webhook is switched on again' }]
            : []),
          ...(lastReason === null ? [] : [{ term: 'Reason', value: lastReason }]),
          { term: 'Event', value: <Code>{eventId}</Code> },
          { term: 'Entry of the trail', value: `No. ${sequence}` },
          { term: 'Created', value: <Time at={createdAt} /> },
        ]}
      />
      <section aria-labelledby="delivery-request">
        <h3 id="delivery-request" className="mb-1.5 font-semibold text-sm">
          Request
        </h3>
        {body === null ? (
          <p className="text-ink-muted text-sm">What it said is not kept any more.</p>
        ) : (
          <Literal label="Body of the request" copied={body}>
            {readable(body)}
          </Literal>
        )}
      </section>
      <section aria-labelledby="delivery-attempts">
        <h3 id="delivery-attempts" className="mb-1.5 font-semibold text-sm">
          Attempts
        </h3>
        {tried.length === 0 ? (
          <p className="text-ink-muted text-sm">It was not tried yet.</p>
        ) : (
          <ol
            className="overflow-clip rounded-control border border-line"
            aria-label="Attempts, newest first"
          >
            {tried.map((attempt) => (
              <AttemptEntry key={attempt.number} attempt={attempt} open={attempt.number === attempts} />
            ))}
          </ol>
        )}
      </section>
    </>
  )
}
