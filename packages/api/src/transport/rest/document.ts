import { REFUSALS, type RefusalCode } from '@roster/domain'
import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import { REST_ROOT } from './answer.ts'
import { snakeCase } from './names.ts'
import { HTTP_PROBLEMS, type HttpProblem, statusOf } from './problem.ts'
import type { Route } from './route.ts'
import { TAGS } from './tags.ts'
import { paramsOf } from './taken.ts'

/** What every route may be refused with. */
const ALWAYS: readonly RefusalCode[] = [
  'key-needed',
  'key-invalid',
  'not-permitted',
  'not-found',
  'invalid-input',
  'rate-limited',
  'busy',
]
const WRITING: readonly RefusalCode[] = ['storage-full']
const REPEATED: readonly RefusalCode[] = ['repeat-differs', 'repeat-under-way']
const WITH_BODY: readonly HttpProblem[] = ['unsupported-media-type', 'malformed-request', 'body-too-large']

/** The codes a route may answer with, its own and those of every route of its kind. */
export function codesOf(route: Route): readonly RefusalCode[] {
  const { writes } = route
  return [
    ...new Set([
      ...route.refuses,
      ...ALWAYS,
      ...(writes ? WRITING : []),
      ...(writes && route.method === 'POST' ? REPEATED : []),
      ...(route.resource ? (['precondition-failed'] as const) : []),
    ]),
  ]
}

/** What the names in paths stand for. */
const PARAMS: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  organization: { description: 'The organization, by id or short name.', example: 'acme' },
  member: {
    description: 'The member, by the id of the membership (`mem_…`) or of the account (`usr_…`).',
    example: 'mem_01k9q3v7c8x2m4n6p8r0s2t4w6',
  },
  entry: { description: 'The entry of the audit trail, by its sequence number.', example: '42' },
  kind: { description: 'Which letter.', example: 'invitation' },
}

const ProblemSchema = z
  .object({
    type: z.string().meta({ format: 'uri' }).describe('A page that tells of this code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong and how to mend it, for people.'),
    code: z.string().describe('Stable: programs go by this.'),
    incident: z.string().optional().describe('Under which the operator finds it in the log.'),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional().describe('The field of the body, as a JSON pointer.'),
          parameter: z.string().optional().describe('The parameter of the query.'),
          header: z.string().optional(),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457).' })

/** The OpenAPI 3.1 document of these routes, for an instance at this address. */
export function openApiDocument(
  routes: readonly Route[],
  { url, version }: { readonly url: string; readonly version: string },
): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const route of routes) {
    const path = paths[route.path] ?? {}
    path[route.method.toLowerCase()] = operation(route)
    paths[route.path] = path
  }
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Roster',
        version,
        description:
          'Who is in an organization and what they may do. Every request carries an API key: `Authorization: Bearer rst_…`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: `${url}${REST_ROOT}` }],
      security: [{ key: [] }],
      tags: [...new Set(routes.map(tagOf))].map((name) => ({ name, description: TAGS[name] ?? name })),
      paths: paths satisfies ZodOpenApiPathsObject,
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key: `rst_` and 36 characters.' },
        },
      },
    },
    { allowEmptySchema: { unknown: true, custom: true } },
  )
  return snakeCased(document)
}

function operation(route: Route): ZodOpenApiOperationObject {
  const { name, summary, description, permission, query, body, success, answers, dryRun, media } = route
  const params = paramsOf(route.path)
  const asked = route.writes && route.method === 'POST' ? { 'Idempotency-Key': IdempotencyKey } : {}
  const matched = route.resource ? { 'If-Match': IfMatch } : {}
  const dry = dryRun
    ? { dry_run: z.boolean().optional().describe('Show what would happen; change nothing.') }
    : {}
  return {
    operationId: name,
    summary,
    description: [description, `Needs the permission \`${permission}\`.`].filter(Boolean).join('\n\n'),
    tags: [tagOf(route)],
    'x-permission': permission,
    'x-codes': codesOf(route),
    requestParams: {
      path: z.object(Object.fromEntries(params.map((param) => [param, pathParam(param)]))),
      query: z.object({ ...query?.shape, ...dry }),
      header: z.object({ ...asked, ...matched }),
    },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [success]: {
        description: answers || media ? 'Done.' : 'Done; there is nothing to say.',
        ...(media && { content: Object.fromEntries(media.map((type) => [type, { schema: z.string() }])) }),
        ...(answers && {
          content: {
            'application/json': { schema: success === 200 ? withDryRun(answers, dryRun) : answers },
          },
        }),
        ...(success === 201 && { headers: z.object({ Location: z.string().optional() }) }),
      },
      ...(dryRun &&
        success !== 200 && {
          200: { description: SHOWN, content: { 'application/json': { schema: dryRun } } },
        }),
      ...problems(route),
    },
  }
}

const SHOWN = 'What would happen, with `dry_run=true`.'
const IdempotencyKey = z
  .string()
  .max(255)
  .optional()
  .describe('A name of your own for this request: made again with the same one, it is done once.')
const IfMatch = z
  .string()
  .optional()
  .describe('The ETag it was read with: refused when it was changed meanwhile.')

function pathParam(name: string): z.ZodString {
  const { description, example } = PARAMS[name] ?? {
    description: `The ${name.replaceAll('_', ' ')}, by id.`,
    example: null,
  }
  return z.string().meta({ description, ...(example && { examples: [example] }) })
}

function withDryRun(answers: z.ZodType, dryRun: z.ZodType | null): z.ZodType {
  return dryRun ? z.union([answers, dryRun]) : answers
}

/** Every code that a route may answer with, by status. */
function problems(route: Route): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, string[]>()
  const tell = (status: number, code: string, sentence: string) =>
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${sentence}`])
  for (const code of codesOf(route)) tell(statusOf(code), code, REFUSALS[code][1])
  for (const code of route.body ? WITH_BODY : []) tell(HTTP_PROBLEMS[code][0], code, HTTP_PROBLEMS[code][1])
  tell(HTTP_PROBLEMS.internal[0], 'internal', HTTP_PROBLEMS.internal[1])
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, lines]) => [
        String(status),
        {
          description: lines.join('\n\n'),
          content: { 'application/problem+json': { schema: ProblemSchema } },
        },
      ]),
  ) satisfies Record<string, unknown>
}

function tagOf({ name }: Route): string {
  return name.slice(0, name.indexOf('.'))
}

/** Properties are named here as in the code; on the wire they are in snake case. */
function snakeCased<T>(node: T): T
function snakeCased(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((one) => snakeCased(one))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      // Marks for our own writers and readers.
      if (key === 'wire' || key === 'secret') return []
      return [[key, named(key, value)]]
    }),
  )
}

function named(key: string, value: unknown): unknown {
  if (key === 'properties' && isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [snakeCase(name), snakeCased(one)]))
  if (key === 'required' && Array.isArray(value))
    return value.map((name) => (typeof name === 'string' ? snakeCase(name) : name))
  if (key === 'parameters' && Array.isArray(value)) return value.map(parameterNamed)
  return snakeCased(value)
}

function parameterNamed(parameter: unknown): unknown {
  const said = snakeCased(parameter)
  if (!isRecord(said) || said.in !== 'query') return said
  return { ...said, name: snakeCase(String(said.name)) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
