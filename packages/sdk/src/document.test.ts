import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { generated } from './generate/generated.ts'
import { list, object } from './generate/json.ts'
import { DICTIONARIES, ROUTES } from './generated/routes.ts'
import { Roster } from './index.ts'
import { COLUMNS } from './names.ts'
import { namesIn } from './place.ts'
import { VERSION } from './version.ts'

const { operations, document, files } = generated()
const REMAKE = 'The API has changed: run `npm run generate` in packages/sdk.'

/** Asks for an operation where it is found, and answers the request that goes out. */
async function requestOf(operation: (typeof operations)[number]): Promise<Request> {
  const asked = Promise.withResolvers<Request>()
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.resolve(new Request(url, init))
    return Response.json({ items: [], next_cursor: null })
  }
  const client = new Roster({ url: 'https://roster.example/base/', key: 'rst_key', fetch })
  const scope = {
    client: () => client,
    organization: () => client.organization('acme'),
    project: () => client.project('prj_1'),
  }[operation.scope]()
  const holder: unknown = operation.resource === null ? scope : Reflect.get(scope, operation.resource)
  const method: unknown = Reflect.get(object(holder), operation.verb) ?? Reflect.get(scope, operation.verb)
  if (typeof method !== 'function') throw new Error(`${operation.name} is not where it should be`)
  const fields = Object.fromEntries(operation.fields.map(({ name }) => [sdkName(name), 'x']))
  const positional = [
    ...operation.params.map((name) => `an ${name}`),
    ...(operation.list ? [['x']] : []),
    ...(operation.fields.length > 0 ? [fields] : []),
  ]
  await Reflect.apply(method, holder, positional)
  return await asked.promise
}

function sdkName(wire: string): string {
  return wire === 'role' ? 'roleId' : wire.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

test('the client says the version that the package has', () => {
  expect(VERSION).toBe(manifest.version)
})

describe('the document of the API', () => {
  test('what was made of it is what it makes now', () => {
    for (const { url, content } of files) expect(readFileSync(url, 'utf8') === content, REMAKE).toBe(true)
  })

  test('it has operations', () => {
    expect(operations.length).toBeGreaterThan(50)
    expect(Object.keys(ROUTES)).toEqual(operations.map(({ name }) => name))
  })

  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s is asked for through the SDK as it is documented',
    async (_, operation) => {
      const request = await requestOf(operation)
      const url = new URL(request.url)
      const named = ['acme', 'prj_1', ...operation.params.map((name) => `an ${name}`)].map(encodeURIComponent)
      const pattern = operation.path.replace(/\{\w+\}/g, '([^/]+)')
      const [, ...filled] = new RegExp(`^/base/api/v1${pattern}$`).exec(url.pathname) ?? []
      expect([request.method, filled.length]).toEqual([operation.method, namesIn(operation.path).length])
      for (const one of filled) expect(named).toContain(one)
      const body = request.method === 'GET' || request.method === 'DELETE' ? null : await request.text()
      const given = body === null ? [...url.searchParams.keys()] : Object.keys(JSON.parse(body || '{}'))
      const documented = [...operation.fields, ...(operation.list ? [operation.list] : [])]
      expect(given.sort()).toEqual(documented.map(({ name }) => name).sort())
      expect(request.headers.get('authorization')).toBe('Bearer rst_key')
      expect(request.headers.has('idempotency-key')).toBe(request.method === 'POST')
    },
  )

  test('no operation takes the place of what the client is itself', () => {
    const own = ['organization', 'project', 'request']
    const onClient = operations.filter(({ scope }) => scope === 'client')
    expect(onClient.filter(({ resource, verb }) => own.includes(resource ?? verb))).toEqual([])
    const methods = operations.map(({ scope, resource, verb }) => `${scope}.${resource ?? ''}.${verb}`)
    expect(methods.filter((method, place) => methods.indexOf(method) !== place)).toEqual([])
    const resources = new Set(operations.map(({ scope, resource }) => `${scope}..${resource}`))
    expect(methods.filter((method) => resources.has(method))).toEqual([])
  })

  test('nothing that is given has a name of its own where roles are given by id', () => {
    const inputs = operations.flatMap(({ fields, list: first }) => [...fields, ...(first ? [first] : [])])
    expect(JSON.stringify(inputs)).not.toContain('"role_id"')
  })

  test('nothing that stands in a path is a field as well', () => {
    for (const { name, params, fields } of operations)
      expect([name, fields.filter((field) => params.includes(sdkName(field.name)))]).toEqual([name, []])
  })

  test('a field that holds data does so wherever it is found', () => {
    const structured = new Set<string>()
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) for (const one of node) visit(one)
      for (const [name, schema] of Object.entries(object(object(node).properties)))
        if (isStructured(schema)) structured.add(name)
      for (const one of Object.values(object(node))) visit(one)
    }
    visit(document)
    expect([...DICTIONARIES].filter((name) => structured.has(name) && !COLUMNS.has(name))).toEqual([])
  })
})

/** Whether a schema has fields of its own. */
function isStructured(schema: unknown): boolean {
  const own = object(schema)
  if (own.type === 'array') return isStructured(own.items)
  if (own.anyOf !== undefined) return list(own.anyOf).some(isStructured)
  return '$ref' in own || Object.keys(object(own.properties)).length > 0
}
