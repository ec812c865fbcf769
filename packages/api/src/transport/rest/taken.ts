import { z } from 'zod'
import type { InOrganization } from '../../platform/scope.ts'
import { snakeCase } from './names.ts'
import type { Given, RestCall } from './route.ts'
import { core, readQuery } from './wire.ts'

/** Who asks, and what their path names. */
export interface AtPath {
  readonly call: RestCall
  readonly params: Given['params']
}

/** The fields of a request besides those in its path, and the input that all of them make. */
export interface Takes<Schema extends z.ZodType> {
  readonly fields: z.ZodObject
  readonly input: (
    given: Readonly<Record<string, unknown>>,
    at: AtPath,
  ) => Partial<z.input<Schema>> | Promise<Partial<z.input<Schema>>>
}

/** What of a route says how its input comes together. */
interface Taking<Schema extends z.ZodType> {
  readonly path: string
  readonly takes?: Takes<Schema>
}

/** What a request may hold besides its path, and the input that comes of it. */
export interface Taken<Input> {
  readonly fields: z.ZodObject
  /** `alone` is what the path says in the place of a list. */
  inputOf(
    call: RestCall,
    params: Given['params'],
    given: Readonly<Record<string, unknown>>,
    alone?: Readonly<Record<string, unknown>>,
  ): Promise<Input>
}

/** How the input of a command comes together: from its path, what else is given, and the key's organization. */
export function fieldsOf<Schema extends z.ZodType<InOrganization>>(
  { path, takes }: Taking<Schema>,
  schema: Schema,
  filled: readonly string[] = [],
): Taken<z.output<Schema>> {
  const inPath = paramsOf(path)
  const fields = takes?.fields ?? without(schema, ['organization', ...inPath, ...filled])
  // Made once: making a schema costs more than reading with it.
  const strict = takes?.fields.strict()
  return {
    fields,
    async inputOf(call, params, given, alone = {}) {
      const own = takes && strict ? await takes.input(strict.parse(given), { call, params }) : given
      if (!takes) refuseOthers(schema, fields, given)
      const organization = params.organization ?? call.actor.organization
      return schema.parse({ organization, ...namedIn(schema, params), ...own, ...alone })
    },
  }
}

/**
 * A list that can be sorted takes `order_by`: what it is sorted by, with a minus before it for the other way round
 * (T22).
 */
export function ordered<Input>(taken: Taken<Input>): Taken<Input> {
  const { sort, direction, ...rest } = taken.fields.shape
  const by = sort && core(sort)
  if (!(by instanceof z.ZodEnum)) return taken
  const values = by.options.map(String)
  const orders = direction ? [...values, ...values.map((value) => `-${value}`)] : values
  const described = 'What it is sorted by; with a minus before it, the other way round.'
  const orderBy = z.enum(orders).optional().describe(described)
  return {
    ...taken,
    fields: z.strictObject({ ...rest, orderBy }),
    inputOf(call, params, { orderBy: asked, ...given }) {
      refuseOthers(taken.fields, z.strictObject(rest), given)
      if (asked === undefined) return taken.inputOf(call, params, given)
      const { orderBy: text = '' } = z.object({ orderBy }).parse({ orderBy: asked })
      const way = text.startsWith('-') ? 'desc' : 'asc'
      const sorted = { ...given, sort: text.replace(/^-/, ''), ...(direction && { direction: way }) }
      return taken.inputOf(call, params, sorted)
    },
  }
}

/** The names in a path: `organization` and `member` of `/organizations/{organization}/members/{member}`. */
export function paramsOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}

function without(schema: z.ZodType, names: readonly string[]): z.ZodObject {
  if (!(schema instanceof z.ZodObject)) throw new TypeError('the input of a command is an object')
  const left = Object.entries(schema.shape).filter(([name]) => !names.includes(name))
  return z.strictObject(Object.fromEntries(left))
}

/** What stands in the path, or is not taken here, is no field beside it: else it would come in its place. */
function refuseOthers(schema: z.ZodType, fields: z.ZodObject, given: object): void {
  const known = schema instanceof z.ZodObject ? schema.shape : {}
  const keys = Object.keys(given).filter(
    (name) => !Object.hasOwn(fields.shape, name) && Object.hasOwn(known, name),
  )
  const message = 'There is no such field.'
  if (keys.length > 0)
    throw new z.ZodError([{ code: 'unrecognized_keys', keys, path: [], message, input: {} }])
}

/** What a path names, as far as the command asks for it, read by what it wants. */
function namedIn(schema: z.ZodType, params: Given['params']): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject)) return { ...params }
  return readQuery(
    schema,
    Object.fromEntries(
      Object.entries(params).flatMap(([name, text]) =>
        name in schema.shape ? [[snakeCase(name), text]] : [],
      ),
    ),
  )
}

/** What a path names as the only entry of a list, read by what the list holds. */
export function alone(schema: z.ZodType, list: string, one: string): Record<string, unknown> {
  return schema instanceof z.ZodObject ? readQuery(schema, { [snakeCase(list)]: [one] }) : { [list]: [one] }
}
