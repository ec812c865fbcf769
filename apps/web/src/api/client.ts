import type { AppRouter } from '@roster/api'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query'
import { refusalOf } from './refusal.ts'

/** Calls in one request; the server takes as many. */
const MOST_CALLS_A_REQUEST = 20
const FRESH_FOR_MS = 15_000
const RETRIES = 2

export const trpc = createTRPCReact<AppRouter>()

const links = [
  splitLink({
    condition: (operation) => operation.type === 'subscription',
    true: httpSubscriptionLink({ url: '/trpc' }),
    // Everything goes by POST, so that no input is ever part of an address.
    false: httpBatchLink({ url: '/trpc', methodOverride: 'POST', maxItems: MOST_CALLS_A_REQUEST }),
  }),
]

/** For the hooks, which bring their own types. */
export const trpcHooksClient = trpc.createClient({ links })
const client = createTRPCClient<AppRouter>({ links })

type Listener = () => void
const sessionEnded = new Set<Listener>()

/** Calls the listener when the server no longer knows the session of this page. */
export function onSessionEnded(listener: Listener): () => void {
  sessionEnded.add(listener)
  return () => sessionEnded.delete(listener)
}

function noticeEndedSession(error: unknown): void {
  if (refusalOf(error)?.code === 'not-signed-in') for (const listener of sessionEnded) listener()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_FOR_MS,
      // Asked also while the browser thinks it is offline: a server on this machine or network answers all the same.
      networkMode: 'always',
      // A refusal is an answer; only what could not be asked is asked again.
      retry: (failures, error) => failures < RETRIES && refusalOf(error) === null,
    },
    // Told at once what was not done, and never done later behind somebody's back.
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Reads ahead of a page, in the loader of its route. */
export const prefetch = createTRPCQueryUtils({ queryClient, client })
