import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createHooks, createUtils } from './hooks.ts'
import { refusalOf } from './refusal.ts'

const FRESH_FOR_MS = 15_000
const RETRIES = 2

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
export const prefetch = createUtils(queryClient)
export const trpc = createHooks(prefetch)
