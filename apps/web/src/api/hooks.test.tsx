// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, skipToken } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHooks, createUtils } from './hooks.ts'

let client: QueryClient
/** The calls the server got: procedure and input. */
let calls: [string, unknown][]

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  calls = []
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    const paths = address.slice('/trpc/'.length, -'?batch=1'.length).split(',')
    const inputs: Record<string, unknown> = JSON.parse(body)
    for (const [index, path] of paths.entries()) calls.push([path, inputs[index]])
    return Response.json(paths.map((path) => ({ result: { data: `${path} ${calls.length}` } })))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const around = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
const make = () => {
  const utils = createUtils(client)
  return { utils, trpc: createHooks(utils) }
}
const acme = { organization: 'acme' }

test('what was read ahead is what the hook shows, without asking again', async () => {
  const { utils, trpc } = make()
  await utils.roles.list.ensureData(acme)
  client.setDefaultOptions({ queries: { staleTime: 60_000 } })
  const { result } = renderHook(() => trpc.roles.list.useQuery(acme), { wrapper: around })
  expect(result.current.data).toBe('roles.list 1')
  expect(utils.roles.list.getData(acme)).toBe('roles.list 1')
  expect(calls).toEqual([['roles.list', acme]])
})

test('a slice, a procedure or some of its inputs is read again', async () => {
  const { utils, trpc } = make()
  const { result } = renderHook(() => trpc.roles.list.useQuery(acme), { wrapper: around })
  await waitFor(() => expect(result.current.data).toBe('roles.list 1'))
  await act(() => utils.roles.list.invalidate({ organization: 'globex' }))
  await act(() => utils.members.invalidate())
  expect(calls).toHaveLength(1)
  await act(() => utils.roles.list.invalidate(acme))
  await act(() => utils.roles.list.invalidate())
  await act(() => utils.roles.invalidate())
  expect(calls).toHaveLength(4)
})

test('nothing is asked while there is nothing to ask', () => {
  const { trpc } = make()
  const { result } = renderHook(() => trpc.roles.list.useQuery(skipToken), { wrapper: around })
  expect(result.current.fetchStatus).toBe('idle')
  expect(calls).toEqual([])
})

test('a change is sent, and told of', async () => {
  const { trpc } = make()
  const onSuccess = vi.fn()
  const { result } = renderHook(() => trpc.identity.signOut.useMutation({ onSuccess }), { wrapper: around })
  await act(() => result.current.mutateAsync({}))
  expect(onSuccess).toHaveBeenCalledOnce()
  expect(calls).toEqual([['identity.signOut', {}]])
})

test('the client calls and keeps nothing; it stays the same, so that effects may depend on it', async () => {
  const { utils, trpc } = make()
  const { result, rerender } = renderHook(() => trpc.useUtils().client, { wrapper: around })
  const before = result.current
  rerender()
  expect(result.current).toBe(before)
  expect(await before.roles.list.query(acme)).toBe('roles.list 1')
  expect(utils.roles.list.getData(acme)).toBeUndefined()
})
