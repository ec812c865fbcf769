import type { AppRouter } from '@roster/api'
import type { StepId } from '@roster/domain'
import type { inferRouterOutputs } from '@trpc/server'

/** One of the first steps, and when the reader has taken it. */
export type FirstStep = inferRouterOutputs<AppRouter>['onboarding']['steps']['steps'][number]

/** A step while the list is being written; `key` is its own before it has an id. */
export type DraftStep = { key: string; id: StepId | undefined; title: string; text: string; link: string }
