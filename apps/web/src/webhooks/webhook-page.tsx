import { useParams } from '@tanstack/react-router'
import { KeyRound, Pencil, Power, Send, Trash2 } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { notify } from '../ui/notify.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Deliveries } from './deliveries.tsx'
import { useWebhookSearch } from './use-webhook-search.ts'
import { WebhookFacts } from './webhook-facts.tsx'
import { WebhookTrouble } from './webhook-trouble.tsx'
import { eventsText, WEBHOOK_STATES } from './words.ts'

const WebhookDialogs = lazy(() =>
  import('./webhook-dialogs.tsx').then((file) => ({ default: file.WebhookDialogs })),
)

/** On its own page there is room for nearly all of them. */
const MOST_NAMED = 12

/** One webhook: where it sends what, how that goes, and what was sent. */
export function WebhookPage() {
  const { organization, here } = useHere()
  const { webhook: id } = useParams({ from: '/signed-in/$organization/settings/webhooks/$webhook' })
  const { search, set } = useWebhookSearch()
  const [webhook] = trpc.webhooks.get.useSuspenseQuery({ organization, webhook: id })
  const { name, state, events } = webhook
  const isOff = state === 'off'
  const utils = trpc.useUtils()
  const test = trpc.webhooks.test.useMutation({
    async onSuccess() {
      notify({ message: `A test is on its way to ${name}.`, meaning: 'success' })
      await utils.webhooks.invalidate()
    },
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
  })
  useTitle(`${name} · ${here.name}`)
  return (
    <>
      <PageHeader
        back={
          <TextLink link={{ to: '/$organization/settings/webhooks', params: { organization } }}>
            Webhooks
          </TextLink>
        }
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <bdi>{name}</bdi>
            <Badge meaning={WEBHOOK_STATES[state].meaning}>{WEBHOOK_STATES[state].label}</Badge>
          </span>
        }
        subtitle={`${eventsText(events, MOST_NAMED)}.`}
        actions={
          <>
            <Button
              icon={Send}
              pending={test.isPending}
              disabledReason={isOff ? 'It is switched off. Switch it on first.' : undefined}
              onClick={() => test.mutate({ organization, webhook: id })}
            >
              Send a test
            </Button>
            <Menu
              label={`Actions for ${name}`}
              sections={[
                {
                  items: [
                    { label: 'Edit', icon: Pencil, onSelect: () => set({ dialog: 'edit' }) },
                    { label: 'Rotate secret', icon: KeyRound, onSelect: () => set({ dialog: 'rotate' }) },
                    {
                      label: isOff ? 'Switch on' : 'Switch off',
                      icon: Power,
                      onSelect: () => set({ dialog: isOff ? 'on' : 'off' }),
                    },
                  ],
                },
                {
                  items: [
                    {
                      label: 'Delete',
                      icon: Trash2,
                      danger: true,
                      onSelect: () => set({ dialog: 'delete' }),
                    },
                  ],
                },
              ]}
            />
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <WebhookTrouble webhook={webhook} onSwitchOn={() => set({ dialog: 'on' })} />
        <WebhookFacts webhook={webhook} />
        <Deliveries webhook={webhook} />
      </div>
      {(search.dialog || search.delivery) && (
        <Suspense>
          <WebhookDialogs
            webhook={webhook}
            dialog={search.dialog}
            delivery={search.delivery}
            onClose={() => set({ dialog: undefined, delivery: undefined })}
          />
        </Suspense>
      )}
    </>
  )
}
