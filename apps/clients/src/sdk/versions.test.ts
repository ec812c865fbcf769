import { etagOf, isRefusal } from '@roster/sdk'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Acme, acme } from './acme.ts'

let here: Acme
beforeAll(async () => {
  here = await acme()
})
afterAll(() => here.stop())

test('a change is made only if all is as it was read', async () => {
  const project = here.as('owner').project(here.project)
  const asRead = await project.get()
  const tag = etagOf(asRead)
  expect(tag).toMatch(/^".+"$/)
  const updated = await project.update({ description: 'One' }, { ifMatch: asRead })
  expect(updated.description).toBe('One')
  const refused = await project
    .update({ description: 'Two' }, { ifMatch: asRead })
    .catch((error: unknown) => error)
  expect(isRefusal(refused, 'precondition-failed')).toBe(true)
  const { value, etag, status } = await project.get().withResponse()
  expect({ etag, status }).toEqual({ etag: etagOf(updated), status: 200 })
  expect(value).toMatchObject({ description: 'One' })
  if (etag === null) throw new Error('it has no ETag')
  await expect(project.update({ description: 'Two' }, { ifMatch: etag })).resolves.toMatchObject({
    description: 'Two',
  })
})

test('what was never read is nothing to compare with', async () => {
  const project = here.as('owner').project(here.project)
  expect(etagOf({})).toBeNull()
  expect(() => project.update({ description: 'Three' }, { ifMatch: {} })).toThrow(TypeError)
})

test('whoever calls is told to the server, except by browsers, which tell it themselves', async () => {
  const sent: Headers[] = []
  const fetch: typeof globalThis.fetch = (url, init) => {
    sent.push(new Headers(init?.headers))
    return globalThis.fetch(url, init)
  }
  await here.as('owner', { fetch }).project(here.project).get()
  expect(sent[0]?.get('user-agent')).toMatch(/^roster-sdk-typescript\/\d+\.\d+\.\d+$/)
  expect(sent[0]?.has('idempotency-key')).toBe(false)
  vi.stubGlobal('document', {})
  try {
    await here.as('owner', { fetch }).project(here.project).get()
  } finally {
    vi.unstubAllGlobals()
  }
  expect(sent[1]?.has('user-agent')).toBe(false)
})
