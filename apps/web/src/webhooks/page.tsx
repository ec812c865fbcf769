import { getRouteApi } from '@tanstack/react-router'
import { Plus, Webhook as WebhookIcon } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { SettingsPages } from '../organizations/settings-pages.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { WebhooksList } from './webhooks-list.tsx'

const route = getRouteApi('/signed-in/$organization/settings/webhooks')
const AddDialog = lazy(() => import('./add-dialog.tsx').then((file) => ({ default: file.AddDialog })))

/** Where events of the organization are sent, and how that goes. */
export function WebhooksPage() {
  const { here, whyNot } = useHere()
  const forbidden = whyNot('webhooks.manage')
  useTitle(`Webhooks · ${here.name}`)
  return (
    <SettingsPages>
      {forbidden !== undefined ? (
        <Callout meaning="warning" title="Only those who keep webhooks see them">
          {forbidden}
        </Callout>
      ) : (
        <AllWebhooks />
      )}
    </SettingsPages>
  )
}

function AllWebhooks() {
  const { organization, here } = useHere()
  const { add } = route.useSearch()
  const navigate = route.useNavigate()
  const list = trpc.webhooks.list.useQuery({ organization })
  const show = (open: true | undefined) =>
    void navigate({ to: '.', search: { add: open }, resetScroll: false })
  if (list.error && !list.data) {
    return <NotLoaded what="webhooks" error={list.error} onRetry={() => void list.refetch()} />
  }
  const button = (
    <Button variant="primary" icon={Plus} onClick={() => show(true)}>
      Add webhook
    </Button>
  )
  return (
    <section aria-labelledby="webhooks">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 max-w-prose">
          <h2 id="webhooks" className="font-semibold text-lg">
            Webhooks
          </h2>
          <p className="text-ink-muted text-sm">
            What happens in <bdi>{here.name}</bdi>, sent to other systems as soon as it does.
          </p>
        </div>
        {list.data && list.data.length > 0 && button}
      </div>
      <WebhooksList
        webhooks={list.data}
        empty={
          <EmptyState icon={WebhookIcon} title="No webhooks yet" action={button}>
            Name an address of yours, and every change you choose is posted there: signed, and tried again
            until it is taken.
          </EmptyState>
        }
      />
      {add && (
        <Suspense>
          <AddDialog onClose={() => show(undefined)} />
        </Suspense>
      )}
    </section>
  )
}
