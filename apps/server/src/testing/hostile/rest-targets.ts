import { openApiDocument, REST_ROUTES } from '@roster/api'
import type { Shape } from './inputs.ts'

/** A route as an attacker knows it: what the published document says of it. */
export interface RestTarget {
  readonly name: string
  readonly method: string
  /** Whether it may change something; what is asked by POST may not. */
  readonly writes: boolean
  /** With `{names}` of what stands in it. */
  readonly path: string
  readonly query: Shape
  readonly body: Shape | null
  /** The status of a success. */
  readonly success: string
  /** Every code that the document says it may answer. */
  readonly codes: ReadonlySet<string>
}

interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: Shape
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

/** Every operation of the document. */
export function restTargets(): readonly RestTarget[] {
  const document: unknown = openApiDocument(REST_ROUTES, { url: 'http://roster.test', version: '0.0.0' })
  if (!hasPaths(document)) throw new TypeError('the document has no paths')
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const takes = (name: string) => operation.parameters?.some((one) => one.name === name) === true
      const asked = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
      return {
        name: operation.operationId,
        method: method.toUpperCase(),
        path,
        writes: method === 'post' ? takes('Idempotency-Key') : method !== 'get',
        query: { properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])) },
        body: operation.requestBody?.content['application/json']?.schema ?? null,
        success: Object.keys(operation.responses).findLast((status) => status.startsWith('2')) ?? '',
        codes: new Set(
          Object.values(operation.responses).flatMap(({ description }) =>
            [...description.matchAll(/^`([a-z-]+)`:/gm)].map(([, code = '']) => code),
          ),
        ),
      }
    }),
  )
}

/** JSON as the document of OpenAPI has it; its own types allow for references everywhere. */
function hasPaths(
  document: unknown,
): document is { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } {
  return typeof document === 'object' && document !== null && 'paths' in document
}
