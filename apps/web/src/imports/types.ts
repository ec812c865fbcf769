import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['imports']

/** An import as the list and its own page show it. */
export type ListedImport = Outputs['list']['items'][number]
/** A row of a file as importing it would take it. */
export type CheckedRow = Outputs['check'][number]
/** A row of an import with what became of it. */
export type ImportedRow = Outputs['rows']['items'][number]
export type RowProblem = CheckedRow['problems'][number]
