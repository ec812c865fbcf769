import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type WebhookSearch, webhookSearch } from './search.ts'

/** The state of a webhook's page in its address, and the way to change parts of it. */
export function useWebhookSearch() {
  const search = useSearch({ from: '/signed-in/$organization/settings/webhooks/$webhook' })
  const navigate = useNavigate({ from: '/$organization/settings/webhooks/$webhook' })
  const set = useCallback(
    (part: WebhookSearch, { toTop = false } = {}) =>
      void navigate({
        to: '.',
        search: (before) => webhookSearch({ ...before, ...part }),
        resetScroll: toTop,
      }),
    [navigate],
  )
  return { search, set }
}
