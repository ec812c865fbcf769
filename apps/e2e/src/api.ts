import type { APIRequestContext } from 'playwright-core'

/** Calls a procedure over the product's own door, with the cookies of `request`; throws what it refuses with. */
export async function call(
  request: APIRequestContext,
  url: string,
  procedure: string,
  input: object,
): Promise<unknown> {
  const answer = await request.post(`${url}/trpc/${procedure}`, { data: input, headers: { origin: url } })
  const said: unknown = await answer.json()
  if (answer.ok()) return at(said, 'result', 'data')
  throw new Error(`${procedure} was refused: ${String(at(said, 'error', 'message'))}`)
}

/** What an answer holds at a path of keys and places; undefined where there is nothing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}
