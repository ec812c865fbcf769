import {
  type QueryClient,
  type QueryKey,
  skipToken,
  useMutation,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import type { Hooks, Utils } from './procedures.ts'
import { call } from './transport.ts'

type Made = (path: readonly string[], name: string, args: readonly unknown[]) => unknown

/** Hooks that call the server, and keep what it says in the query client around them. */
export function createHooks(utils: Utils): Hooks {
  const made: unknown = named((path, name, [first, second]) => {
    switch (name) {
      case 'useQuery':
        return useQuery({ ...options(second), ...asking(path, first) })
      case 'useSuspenseQuery': {
        const result = useSuspenseQuery({ ...options(second), ...reading(path, first) })
        return [result.data, result]
      }
      case 'useMutation':
        return useMutation({
          ...options(first),
          mutationKey: [path],
          mutationFn: (input: unknown) => call('mutation', path.join('.'), input),
        })
      case 'useUtils':
        return utils
      default:
        throw new Error(`${path.join('.')} has no ${name}`)
    }
  })
  if (!isMade<Hooks>(made)) throw new Error('not a record of hooks')
  return made
}

/** Reads and forgets in this query client, also outside of components. */
export function createUtils(client: QueryClient): Utils {
  const made: unknown = named((path, name, [first, second, third]) => {
    if (path[0] === 'client') {
      const { signal }: { signal?: AbortSignal } = options(second)
      return call(name === 'mutate' ? 'mutation' : 'query', path.slice(1).join('.'), first, signal)
    }
    const some = { ...options(second), queryKey: keyOf(path, first) }
    switch (name) {
      case 'queryOptions':
        return { ...options(second), ...asking(path, first) }
      case 'ensureData':
        return client.ensureQueryData({ ...options(second), ...reading(path, first) })
      case 'fetch':
        return client.fetchQuery({ ...options(second), ...reading(path, first) })
      case 'prefetch':
        return client.prefetchQuery({ ...options(second), ...reading(path, first) })
      case 'invalidate':
        return client.invalidateQueries(some, options(third))
      case 'refetch':
        return client.refetchQueries(some, options(third))
      case 'reset':
        return client.resetQueries(some, options(third))
      case 'getData':
        return client.getQueryData(reading(path, first).queryKey)
      case 'setData':
        return client.setQueryData(reading(path, first).queryKey, second)
      default:
        throw new Error(`${path.join('.')} has no ${name}`)
    }
  })
  if (!isMade<Utils>(made)) throw new Error('not a record of procedures')
  return made
}

/** One query, by its whole key: path, input, kind. */
function reading(path: readonly string[], input: unknown) {
  return {
    queryKey: [path, { input, type: 'query' }],
    queryFn: () => call('query', path.join('.'), input),
  }
}

/** The same, which may have nothing to ask yet. */
function asking(path: readonly string[], input: unknown): { queryKey: QueryKey; queryFn: Asked } {
  if (input !== skipToken) return reading(path, input)
  return { queryKey: [path, { type: 'query' }], queryFn: skipToken }
}
type Asked = (() => Promise<unknown>) | typeof skipToken

/** All queries of this procedure or slice, or those whose input has these parts. */
function keyOf(path: readonly string[], input: unknown) {
  return input === undefined ? [path] : [path, { input }]
}

/** Whatever is asked of it by name and called, is made by `make`: `x.a.b.c(1)` is `make(['a', 'b'], 'c', [1])`. */
function named(make: Made, path: readonly string[] = []): unknown {
  const known = new Map<string, unknown>()
  return new Proxy(() => undefined, {
    // Nobody waits for a name: something that has a `then` would be called when it is returned by an async function.
    get(_, name) {
      if (typeof name !== 'string' || name === 'then') return undefined
      // The same each time, so that a hook may depend on it.
      if (!known.has(name)) known.set(name, named(make, [...path, name]))
      return known.get(name)
    },
    apply: (_, __, args: unknown[]) => make(path.slice(0, -1), path.at(-1) ?? '', args),
  })
}

/** The names of a proxy are those its type has: the compiler cannot know that, and here is where it is told. */
function isMade<T>(made: unknown): made is T {
  return typeof made === 'function'
}

function options(given: unknown): object {
  return typeof given === 'object' && given !== null ? given : {}
}
