import type { AppRouter } from '@roster/api'
import type { GroupId, MemberId, ProjectId } from '@roster/domain'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>

/** What is asked for: changes, and the terms they share. */
export type AssignInput = inferRouterInputs<AppRouter>['assignments']['preview']
export type Change = NonNullable<AssignInput['changes']>[number]
/** What the changes come to for one person or group. */
export type Previewed = Outputs['assignments']['preview'][number]
export type PreviewedChange = Previewed['changes'][number]
/** What became of one change. */
export type Outcome = Outputs['assignments']['assign'][number]
export type Applied = Extract<Outcome, { ok: true }>['result']
/** Everything a person may do, with every reason for it. */
export type Effective = Outputs['assignments']['effective']
export type Because = Effective['because'][number]
/** A role that ends by itself, or has. */
export type Ending = Outputs['assignments']['expiring']['items'][number]
/** A role of projects, and whether the reader may give it. */
export type Role = Outputs['roles']['list'][number]

/** Who is to hold a role. */
export type Subject =
  | { kind: 'member'; id: MemberId; name: string }
  | { kind: 'group'; id: GroupId; name: string }
/** Where. */
export type Place = { id: ProjectId; name: string }
