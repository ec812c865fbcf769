import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>

/** A project as the list shows it. */
export type ListedProject = Outputs['projects']['list']['items'][number]
/** A project as its own page shows it. */
export type Project = Outputs['projects']['get']
/** Somebody in a project, with every way they come to be in it. */
export type ProjectMember = Outputs['projects']['members']['items'][number]
/** A group that holds a role in a project. */
export type ProjectGroup = Outputs['projects']['groups'][number]
/** A role of projects, and whether the reader may give it there. */
export type ProjectRole = Outputs['roles']['list'][number]
