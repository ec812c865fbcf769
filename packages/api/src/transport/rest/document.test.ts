import { REFUSALS } from '@roster/domain'
import { expect, test } from 'vitest'
import { REST_ROUTES } from '../../rest.ts'
import { codesOf, openApiDocument } from './document.ts'
import { TAGS } from './tags.ts'

const document = openApiDocument(REST_ROUTES, { url: 'https://roster.test', version: '1.0.0' })
const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods ?? {}).map(([method, operation]) => ({ path, method, ...Object(operation) })),
)

test('every route is in the document under its name, once', () => {
  const names = operations.map(({ operationId }) => operationId)
  expect([...names].sort()).toEqual(REST_ROUTES.map(({ name }) => name).sort())
  expect(new Set(names).size).toBe(names.length)
  const places = REST_ROUTES.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)
  expect(new Set(places).size).toBe(places.length)
})

test.each(REST_ROUTES.map((route) => [route.name, route] as const))(
  '%s is named, told of, and tagged',
  (name, route) => {
    expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
    expect(route.summary).toMatch(/^[A-Z].*[^.]$/)
    expect(Object.keys(TAGS)).toContain(name.split('.')[0])
    if (route.description) expect(route.description).toMatch(/[.]$/)
    if (route.answers) expect(route.success).not.toBe(204)
  },
)

test('what a route may be refused with is told by status, in the sentences that people read', () => {
  const operation = operations.find(({ operationId }) => operationId === 'invitations.create')
  expect(operation['x-permission']).toBe('invitations.send')
  expect(operation['x-codes']).toEqual(expect.arrayContaining(['seat-limit', 'repeat-differs', 'key-needed']))
  expect(operation.responses['409'].description).toContain(
    '`already-member`: This person is a member already.',
  )
  expect(operation.responses['401'].content['application/problem+json'].schema.$ref).toBe(
    '#/components/schemas/Problem',
  )
  for (const route of REST_ROUTES) for (const code of codesOf(route)) expect(REFUSALS).toHaveProperty(code)
})

test('on the wire everything is in snake case, and nothing of our own marks is left', () => {
  const text = JSON.stringify(document)
  expect(text.includes('"wire":')).toBe(false)
  expect(text.includes('"secret":true')).toBe(false)
  const names = new Set<string>()
  collect(document, names)
  expect([...names].filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([])
  expect(names).toContain('next_cursor')
})

test('moments, ids and pages are told as what they are', () => {
  const schemas = Object(document.components?.schemas)
  expect(schemas.Invitation.properties.expires_at.anyOf).toEqual([
    expect.objectContaining({ type: 'string', format: 'date-time' }),
    { type: 'null' },
  ])
  expect(schemas.InvitationPage.required).toEqual(expect.arrayContaining(['items', 'total', 'next_cursor']))
  const list = operations.find(({ operationId }) => operationId === 'members.list')
  const byName = new Map(Object(list).parameters.map((one: { name: string }) => [one.name, one]))
  expect(byName.get('page_size')).toMatchObject({
    in: 'query',
    schema: { type: 'integer', default: 25, maximum: 100 },
  })
  expect(byName.get('order_by')).toMatchObject({
    schema: { enum: expect.arrayContaining(['name', '-name']) },
  })
  expect([...byName.keys()]).not.toContain('sort')
})

/** The names of properties, wherever a schema tells of some. */
function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'example' || key === 'examples') continue
    if (key === 'properties' && typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) names.add(name)
    collect(value, names)
  }
}
