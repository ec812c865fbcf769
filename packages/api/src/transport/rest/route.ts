import { Refusal, type RefusalCode } from '@roster/domain'
import { z } from 'zod'
import type { KeyHolder } from '../../platform/access.ts'
import type { Call } from '../../platform/call.ts'
import { type BulkCommand, type Command, execute, executeBulk } from '../../platform/command.ts'
import { answer, type Query } from '../../platform/query.ts'
import type { InOrganization } from '../../platform/scope.ts'
import type { RestFile } from './file.ts'
import { keeping, keepingOne, readable, showingOf, withoutSecretsIn } from './showing.ts'
import { type AtPath, alone, fieldsOf, ordered, type Takes } from './taken.ts'
import { read, readQuery, writer } from './wire.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** A call by REST: whoever makes it comes with a key. */
export interface RestCall extends Call {
  readonly actor: KeyHolder
}

/** What a request gives, beside who makes it. */
export interface Given {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** One resource and method: what it is called, takes and answers, and which command or query stands behind it. */
export interface Route {
  readonly method: Method
  /** Whether it may change something; what is asked by POST may not. */
  readonly writes: boolean
  /** Below `/api/v1`, with `{names}` of what stands in it. */
  readonly path: string
  /** Unique, such as `members.list`: the slice and what is done. SDKs name their methods by it. */
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly permission: string
  /** Which refusals it gives, besides those that every route may give. */
  readonly refuses: readonly RefusalCode[]
  /** What the query of the URL may hold, and what the body. */
  readonly query: z.ZodObject | null
  readonly body: z.ZodObject | null
  readonly answers: z.ZodType | null
  readonly success: 200 | 201 | 204
  /** Answers one result for each of many. */
  readonly bulk: boolean
  /** Whether `?dry_run=true` shows what would happen, and as what. */
  readonly dryRun: z.ZodType | null
  /** The route of the resource that this one changes: its ETag is what If-Match means. */
  readonly resource: Route | null
  /** Where a list answers with pages. */
  readonly pages: boolean
  /** Set where a file is answered: the types it may have. */
  readonly media?: readonly string[]
  /** Does what it does and answers for the wire; what was not given as declared is a ZodError. */
  run(call: RestCall, given: Given): Promise<Produced>
}

/** What a route answers, before HTTP: null for nothing. */
export interface Produced {
  readonly body: unknown
  /** Where what was made is found, below `/api/v1`. */
  readonly location?: string
  readonly file?: RestFile
}

export interface Described<Schema extends z.ZodType> {
  readonly path: string
  readonly name: string
  readonly summary: string
  /** More than the summary says; the first sentence of the documentation of the command will do. */
  readonly description?: string
  readonly refuses?: readonly RefusalCode[]
  /** Where what is given by REST is not what the command takes: its fields, and the input they make. */
  readonly takes?: Takes<Schema>
  /** Where the path leads through something that the command does not ask about: what must find all of it there. */
  readonly within?: Route
}

/** How a result is answered: a schema of what is documented, and the shape it has there if it is another one. */
export interface Answers<Result> {
  readonly answers: z.ZodType
  readonly shows?: (result: Result, at: AtPath) => unknown
}

/** A route that reads. */
export function get<Schema extends z.ZodType<InOrganization>, Result>(
  spec: Described<Schema> & Answers<Result> & { readonly calls: Query<Schema, Result> },
): Route {
  const { calls, answers, shows } = spec
  const takes = ordered(fieldsOf(spec, calls.input))
  const write = writer(answers)
  return {
    ...described(spec, 'GET', calls.permission),
    query: takes.fields,
    body: null,
    answers,
    success: 200,
    bulk: false,
    dryRun: null,
    resource: null,
    pages: 'nextCursor' in shapeOf(answers),
    async run(call, given) {
      const asked = readQuery(takes.fields, unaliased(given.query))
      const input = await takes.inputOf(call, given.params, {
        ...asked,
        ...objectIn(takes.fields, given.body),
      })
      const result = await answer(calls, call, input)
      return { body: write(shows ? shows(result, { call, params: given.params }) : result) }
    },
  }
}

/** What an act on one thing answers: the resource as it is now, something else, or nothing. */
export type Outcome<Result> =
  | (Answers<Result> & {
      readonly resource?: Route
      readonly success?: 200 | 201
      /** Where what was made is found. */
      readonly made?: (result: Result, params: Given['params']) => string
    })
  | {
      readonly resource: Route
      readonly at: (result: Result, params: Given['params']) => Given['params']
      /** Said where a POST changes what is there already, and makes nothing. */
      readonly success?: 200
    }
  | { readonly nothing: true; readonly resource?: Route }

interface DryRun {
  readonly dryRun?: Route
}

/** A route that changes one thing. */
export function act<Schema extends z.ZodType<InOrganization>, Result>(
  spec: Described<Schema> &
    Outcome<Result> &
    DryRun & { readonly method: Exclude<Method, 'GET'>; readonly calls: Command<Schema, Result> },
): Route {
  const { calls, method } = spec
  const takes = fieldsOf(spec, calls.input)
  return {
    ...described({ ...spec, description: withReading(spec, calls.permission) }, method, calls.permission),
    ...given(method, takes.fields),
    ...outcomeOf(spec),
    bulk: false,
    pages: false,
    dryRun: spec.dryRun?.answers ?? null,
    async run(call, request) {
      await spec.within?.run(call, { params: request.params, query: {}, body: null })
      if (isDryRun(spec, request)) return dryRun(spec.dryRun, call, request)
      const input = await takes.inputOf(call, request.params, fieldsGiven(method, takes.fields, request))
      const { afterwards, produced } = showingOf(spec, call, request.params)
      const kept = keeping(call, (result: Result) => produced(result, 'no secrets'))
      const result = await execute(calls, { ...call, afterwards, repeat: kept.repeat }, input)
      const before = kept.answer(result)
      return before ? readable(spec, call, before) : produced(result)
    },
  }
}

/** A route that changes many things, or with `single` one of them by the command for many. */
export function actOnEach<Schema extends z.ZodType<InOrganization>, Item, Result>(
  spec: Described<Schema> &
    Answers<Result> &
    DryRun & {
      readonly method: Exclude<Method, 'GET'>
      readonly calls: BulkCommand<Schema, Item, Result>
      /** The field that lists what is acted on, or what the input comes to: each result repeats its entry. */
      readonly each: string | ((input: z.output<Schema>) => readonly unknown[])
    },
): Route {
  const { calls, method, each, answers, shows } = spec
  const takes = fieldsOf(spec, calls.input)
  const outcomes = outcomesOf(answers)
  const write = writer(outcomes)
  return {
    ...described(spec, method, calls.permission),
    ...given(method, takes.fields),
    answers: outcomes,
    success: 200,
    bulk: true,
    resource: null,
    pages: false,
    dryRun: spec.dryRun?.answers ?? null,
    async run(call, request) {
      await spec.within?.run(call, { params: request.params, query: {}, body: null })
      if (isDryRun(spec, request)) return dryRun(spec.dryRun, call, request)
      const fields = fieldsGiven(method, takes.fields, request)
      const input = await takes.inputOf(call, request.params, fields)
      const results = await executeBulk(calls, withoutSecretsIn(answers, call), input)
      const items = typeof each === 'string' ? fields[each] : each(input)
      const { params } = request
      return {
        body: write({
          results: results.map((one, place) => ({
            ok: one.ok,
            item: Array.isArray(items) ? items[place] : null,
            result: one.ok ? (shows ? shows(one.result, { call, params }) : one.result) : null,
            refusal: one.ok ? null : one.refusal,
          })),
        }),
      }
    },
  }
}

/** A route that changes one thing by a command for many: the one that its path names. */
export function actOnOne<Schema extends z.ZodType<InOrganization>, Item, Result>(
  spec: Described<Schema> &
    Outcome<Result> &
    DryRun & {
      readonly method: Exclude<Method, 'GET'>
      readonly calls: BulkCommand<Schema, Item, Result>
      /** The field that lists what is acted on, and the one of the path that goes into it. */
      readonly each: readonly [list: string, param: string]
    },
): Route {
  const { calls, method, each } = spec
  const [list, param] = each
  const takes = fieldsOf(spec, calls.input, [list])
  return {
    ...described({ ...spec, description: withReading(spec, calls.permission) }, method, calls.permission),
    ...given(method, takes.fields),
    ...outcomeOf(spec),
    bulk: false,
    pages: false,
    dryRun: spec.dryRun?.answers ?? null,
    async run(call, request) {
      await spec.within?.run(call, { params: request.params, query: {}, body: null })
      if (isDryRun(spec, request)) return dryRun(spec.dryRun, call, request)
      const fields = fieldsGiven(method, takes.fields, request)
      const { [param]: one = '' } = request.params
      const input = await takes.inputOf(call, request.params, fields, alone(calls.input, list, one))
      const { afterwards, produced } = showingOf(spec, call, request.params)
      const kept = keepingOne(call, (result: Result) => produced(result, 'no secrets'))
      const [outcome] = await executeBulk(calls, { ...call, afterwards, repeat: kept.repeat }, input)
      if (!outcome) throw new TypeError(`${spec.name} answered for nothing`)
      if (!outcome.ok)
        throw Object.assign(new Refusal(outcome.refusal.code), { message: outcome.refusal.message })
      const before = kept.answer(outcome.result)
      return before ? readable(spec, call, before) : produced(outcome.result)
    },
  }
}

export function described(
  spec: Pick<Described<z.ZodType>, 'path' | 'name' | 'summary' | 'description' | 'refuses'>,
  method: Method,
  permission: string,
) {
  const { path, name, summary, description = '', refuses = [] } = spec
  return { method, writes: method !== 'GET', path, name, summary, description, refuses, permission }
}

/** `DELETE` takes what it needs in the URL, the other methods in their body. */
function given(method: Method, fields: z.ZodObject): Pick<Route, 'query' | 'body'> {
  const none = Object.keys(fields.shape).length === 0
  if (method === 'DELETE') return { query: fields, body: null }
  return { query: null, body: none ? null : fields }
}

export function fieldsGiven(
  method: Method,
  fields: z.ZodObject,
  { query, body }: Given,
): Record<string, unknown> {
  if (method === 'DELETE') return readQuery(fields, withoutDryRun(query))
  const rest = Object.keys(withoutDryRun(query))
  if (rest.length > 0) unknownIn(rest)
  return objectIn(fields, body)
}

function objectIn(fields: z.ZodObject, body: unknown): Record<string, unknown> {
  const given = read(fields, body ?? {})
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw notAnObject()
  return { ...given }
}

function outcomeOf<Result>(spec: Outcome<Result> & { readonly method: Method }) {
  if ('nothing' in spec) return { answers: null, success: 204 as const, resource: spec.resource ?? null }
  if ('at' in spec) {
    const { resource } = spec
    const success = spec.success ?? (spec.method === 'POST' ? (201 as const) : (200 as const))
    return { answers: resource.answers, success, resource: success === 201 ? null : resource }
  }
  return { answers: spec.answers, success: spec.success ?? (200 as const), resource: spec.resource ?? null }
}

/** Whoever gets the resource answered must be able to read it: else the change is refused as well. */
function withReading<Result>(
  spec: Outcome<Result> & { readonly description?: string },
  permission: string,
): string {
  const { description = '' } = spec
  if (!('at' in spec) || spec.resource.permission === permission) return description
  return `${description} Answers the resource, which takes \`${spec.resource.permission}\` as well.`.trim()
}

/** Whether only what would happen is asked for. Where that cannot be told, nobody is to believe that it was. */
function isDryRun<Spec extends DryRun>(
  spec: Spec,
  { query }: Given,
): spec is Spec & { readonly dryRun: Route } {
  const { dry_run: asked } = query
  if (asked === undefined) return false
  if (!spec.dryRun) return unknownIn(['dry_run'])
  return DryRunAsked.parse({ dry_run: asked }).dry_run === 'true'
}

const DryRunAsked = z.object({ dry_run: z.enum(['true', 'false']) })

function withoutDryRun({ dry_run: _, ...query }: Given['query']): Given['query'] {
  return query
}

/** What would happen: the query that the dashboard asks for its preview, with what was given for the act. */
function dryRun(preview: Route, call: RestCall, request: Given): Promise<Produced> {
  return preview.run(call, { ...request, query: withoutDryRun(request.query) })
}

/** Names that other products have for the same thing (T22). */
const ALIASES: Readonly<Record<string, string>> = { per_page: 'page_size', orderby: 'order_by' }

function unaliased(query: Given['query']): Given['query'] {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [ALIASES[name] ?? name, value]))
}

function outcomesOf(result: z.ZodType) {
  return z.object({
    results: z
      .array(
        z.object({
          ok: z.boolean(),
          item: z.unknown().describe('What this is the result of, as it was given.'),
          result: result.nullable(),
          refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
        }),
      )
      .describe('One for each, in the order given.'),
  })
}

function shapeOf(schema: z.ZodType): object {
  return schema instanceof z.ZodObject ? schema.shape : {}
}

function unknownIn(keys: string[]): never {
  throw new z.ZodError([
    { code: 'unrecognized_keys', keys, path: [], message: 'There is no such parameter.', input: {} },
  ])
}

function notAnObject(): z.ZodError {
  return new z.ZodError([
    { code: 'invalid_type', expected: 'object', path: [], message: 'must be an object', input: undefined },
  ])
}
