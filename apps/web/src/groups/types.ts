import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['groups']

export type ListedGroup = Outputs['list']['items'][number]
export type GroupDetails = Outputs['get']
export type GroupPerson = Outputs['members']['items'][number]
export type GroupAccess = Outputs['access']['items'][number]
export type Losses = Outputs['losses']
export type Candidate = Outputs['candidates'][number]
