import type { AppRouter } from '@roster/api'
import type { TRPCClient } from '@trpc/client'
import type { createTRPCQueryUtils, DecorateRouterRecord } from '@trpc/react-query'

// The procedures as @trpc/react-query types them, without what nobody here uses: its code, made for servers that
// render and for every way of asking, would be as big as a page.
type Procedures = DecorateRouterRecord<AppRouter['_def']['_config']['$types'], AppRouter['_def']['record']>
type AllUtils = ReturnType<typeof createTRPCQueryUtils<AppRouter>>
type Reads =
  | 'ensureData'
  | 'fetch'
  | 'prefetch'
  | 'invalidate'
  | 'refetch'
  | 'reset'
  | 'getData'
  | 'setData'
  | 'queryOptions'

type HooksOf<T> = {
  [K in keyof T]: T[K] extends { useQuery: unknown; useSuspenseQuery: unknown }
    ? Pick<T[K], 'useQuery' | 'useSuspenseQuery'>
    : T[K] extends { useMutation: unknown }
      ? Pick<T[K], 'useMutation'>
      : T[K] extends { useSubscription: unknown }
        ? never
        : HooksOf<T[K]>
}
type CallsOf<T> = {
  [K in keyof T]: T[K] extends { subscribe: unknown }
    ? never
    : T[K] extends { query: unknown } | { mutate: unknown }
      ? T[K]
      : CallsOf<T[K]>
}
type UtilsOf<T> = {
  [K in keyof T]: T[K] extends { ensureData: unknown }
    ? Pick<T[K], Reads & keyof T[K]>
    : T[K] extends { isMutating: unknown }
      ? never
      : K extends 'invalidate'
        ? T[K]
        : UtilsOf<T[K]>
}

/**
 * Reads and forgets what the server said, by procedure: `utils.members.list.invalidate()`; `client` calls it and keeps
 * nothing: `utils.client.members.remove.mutate(input)`.
 */
export type Utils = UtilsOf<AllUtils> & { client: CallsOf<TRPCClient<AppRouter>> }
/** The hooks of each procedure: `trpc.members.list.useQuery(input)`. */
export type Hooks = HooksOf<Procedures> & { useUtils: () => Utils }
