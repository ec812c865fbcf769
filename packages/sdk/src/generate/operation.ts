import { type Place, placesOf } from '../place.ts'
import { type Json, list, object, text } from './json.ts'

/** A field that may be given beside what stands in the path. */
export interface Field {
  /** As it is on the wire. */
  readonly name: string
  readonly schema: unknown
  readonly required: boolean
  readonly description: string
}

/** One operation of the document, as SDKs have to know it. */
export interface Operation extends Place {
  /** Such as `members.list`. */
  readonly name: string
  readonly method: string
  readonly path: string
  /** The list that stands first where one result is answered for each of many; it is none of the fields then. */
  readonly list: Field | null
  readonly fields: readonly Field[]
  readonly pages: boolean
  readonly bulk: boolean
  /** Whether a file is answered. */
  readonly file: boolean
  /** Whether it takes an idempotency key. */
  readonly repeats: boolean
  /** Null for nothing. */
  readonly answer: unknown
  /** What a dry run answers, where there is one. */
  readonly dryRun: unknown
  readonly matches: boolean
  readonly summary: string
  readonly description: string
  readonly codes: readonly string[]
}

/** The operations of an OpenAPI document, by name. */
export function operationsOf(document: unknown): readonly Operation[] {
  const components = object(object(object(document).components).schemas)
  const all = Object.entries(object(object(document).paths))
    .flatMap(([path, methods]) =>
      Object.entries(object(methods)).map(([method, told]) =>
        operationOf(components, method.toUpperCase(), path, object(told)),
      ),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  const places = placesOf(Object.fromEntries(all.map(({ name, path }) => [name, path])))
  return all.flatMap((operation) => {
    const place = places.get(operation.name)
    return place ? [{ ...operation, ...place }] : []
  })
}

function operationOf(
  components: Json,
  method: string,
  path: string,
  told: Json,
): Omit<Operation, keyof Place> {
  const name = text(told.operationId)
  const parameters = list(told.parameters).map(object)
  const query = parameters.filter((each) => each.in === 'query')
  const dry = query.some((each) => each.name === 'dry_run')
  const fields = [
    ...query.filter((each) => each.name !== 'dry_run').map(ofQuery),
    ...ofBody(components, told),
  ]
  const [answer, dryRun] = answersOf(told, dry)
  const shape = resolved(components, answer)
  const properties = object(shape.properties)
  const bulk = 'refusal' in object(object(object(properties.results).items).properties)
  const lists = fields.filter(({ required, schema }) => required && isList(components, schema))
  const leading = bulk && lists.length === 1 ? (lists[0] ?? null) : null
  return {
    name,
    method,
    path,
    list: leading,
    fields: fields.filter((field) => field !== leading),
    pages: 'next_cursor' in properties && fields.some((field) => field.name === 'cursor'),
    bulk,
    file: isFile(told),
    repeats: parameters.some((each) => each.in === 'header' && each.name === 'Idempotency-Key'),
    answer,
    dryRun,
    matches: parameters.some((each) => each.in === 'header' && each.name === 'If-Match'),
    summary: text(told.summary),
    description: text(told.description),
    codes: list(told['x-codes']).map(text),
  }
}

function ofQuery(parameter: Json): Field {
  return {
    name: text(parameter.name),
    schema: parameter.schema,
    required: parameter.required === true,
    description: text(parameter.description),
  }
}

function ofBody(components: Json, told: Json): readonly Field[] {
  const schema = resolved(components, contentOf(told.requestBody))
  const required = new Set(list(schema.required))
  return Object.entries(object(schema.properties)).map(([name, one]) => ({
    name,
    schema: one,
    required: required.has(name),
    description: text(object(one).description),
  }))
}

/** Whether something else than JSON may be answered when all is well. */
function isFile(told: Json): boolean {
  return Object.keys(object(successOf(told).content)).some((type) => type !== 'application/json')
}

function successOf(told: Json): Json {
  // Where 200 is not the only one, it is what a dry run answers.
  const [, success] =
    Object.entries(object(told.responses)).findLast(([status]) => status.startsWith('2')) ?? []
  return object(success)
}

/** What is answered when all is well, and what a dry run answers: where both are 200, the document tells of both at once. */
function answersOf(told: Json, dry: boolean): readonly [answer: unknown, dryRun: unknown] {
  const schema = contentOf(successOf(told))
  const successes = Object.entries(object(told.responses)).filter(([status]) => status.startsWith('2'))
  const [[, shown] = []] = successes
  if (dry && successes.length > 1) return [schema ?? null, contentOf(shown)]
  if (schema === undefined) return [null, null]
  if (!dry) return [schema, null]
  const [answer, preview] = list(object(schema).anyOf)
  return [answer, preview]
}

function contentOf(holder: unknown): unknown {
  return object(object(object(holder).content)['application/json']).schema
}

/** The schema that a reference names. */
export function resolved(components: Json, schema: unknown): Json {
  const name = referenced(schema)
  return name === null ? object(schema) : resolved(components, components[name])
}

/** The name that a schema refers to; null where it is a schema itself. */
export function referenced(schema: unknown): string | null {
  return text(object(schema).$ref).split('/').at(-1) || null
}

function isList(components: Json, schema: unknown): boolean {
  return resolved(components, schema).type === 'array'
}
