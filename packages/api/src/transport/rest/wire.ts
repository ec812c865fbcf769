import { z } from 'zod'
import { camelCase, snakeCase } from './names.ts'

/** The schema beneath what only says that it may be left out, or what it is then. */
export function core(schema: z.core.$ZodType): z.core.$ZodType {
  let at = schema
  for (;;) {
    if (at instanceof z.ZodOptional || at instanceof z.ZodNullable || at instanceof z.ZodDefault)
      at = at.unwrap()
    else if (at instanceof z.ZodPipe) at = at.in
    else return at
  }
}

/** Writes an answer for the wire: documented fields only, in snake case, moments as RFC 3339 texts. */
export type Write = (value: unknown) => unknown

/** The writer of a schema, made once. */
export function writer(schema: z.core.$ZodType): Write {
  const known = writers.get(schema)
  if (known) return known
  // A schema may contain itself.
  let made: Write = (value) => value
  writers.set(schema, (value) => made(value))
  made = nullable(isMoment(schema) ? moment : writerOf(schema))
  writers.set(schema, made)
  return made
}

const writers = new WeakMap<z.core.$ZodType, Write>()

const nullable =
  (write: Write): Write =>
  (value) =>
    value === null || value === undefined ? value : write(value)

const moment: Write = (value) => (typeof value === 'number' ? new Date(value).toISOString() : value)

function writerOf(schema: z.core.$ZodType): Write {
  if (schema instanceof z.ZodObject) return objectWriter(schema.shape)
  if (schema instanceof z.ZodArray) {
    const write = writer(schema.element)
    return (value) => (Array.isArray(value) ? value.map(write) : value)
  }
  if (schema instanceof z.ZodRecord) {
    const write = writer(schema.valueType)
    return (value) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, write(one)]))
        : value
  }
  if (schema instanceof z.ZodUnion) return unionWriter(schema.options)
  const inner = core(schema)
  return inner === schema ? (value) => value : writer(inner)
}

function objectWriter(shape: z.core.$ZodLooseShape): Write {
  const fields = Object.entries(shape).map(([name, schema]) => ({
    name,
    wire: snakeCase(name),
    write: writer(schema),
  }))
  return (value) => {
    if (!isObject(value)) return value
    const written: Record<string, unknown> = {}
    for (const { name, wire, write } of fields) {
      const one = write(value[name])
      if (one !== undefined) written[wire] = one
    }
    return written
  }
}

/** Of several shapes the one that fits: by a field that says which, else by trying them. */
function unionWriter(options: readonly z.core.$ZodType[]): Write {
  const tried = options.map((schema) => ({ schema, write: writer(schema) }))
  return (value) => {
    if (!isObject(value) && !Array.isArray(value)) return value
    const fitting = tried.find(({ schema }) => z.safeParse(schema, value).success)
    return (fitting ?? tried[0])?.write(value) ?? value
  }
}

/** Takes what came by the wire apart: names in camel case, moments as milliseconds. What is no field stays to be refused. */
export function read(schema: z.core.$ZodType, value: unknown): unknown {
  if (isMoment(schema)) return typeof value === 'string' ? instantOf(value) : NO_MOMENT(value)
  const at = core(schema)
  if (isMoment(at)) return typeof value === 'string' ? instantOf(value) : NO_MOMENT(value)
  if (at instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => read(at.element, one))
  if (at instanceof z.ZodRecord && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, read(at.valueType, one)]))
  if (at instanceof z.ZodUnion) {
    const options = at.options.map((option: z.core.$ZodType) => ({ option, given: read(option, value) }))
    return (options.find(({ option, given }) => z.safeParse(option, given).success) ?? options[0])?.given
  }
  if (!(at instanceof z.ZodObject) || !isObject(value)) return value
  const given: Record<string, unknown> = {}
  for (const [wire, one] of Object.entries(value)) {
    const name = nameOf(at, wire)
    const field = fieldOf(at, name)
    given[name !== null && field ? name : wire] = field ? read(field, one) : one
  }
  return given
}

/** A number is no moment on the wire; null may still say that there is none. */
const NO_MOMENT = (value: unknown): unknown =>
  value === null || value === undefined ? value : 'not a moment'

/** RFC 3339, with an offset; what is none stays text and is refused by the schema. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/i

function instantOf(text: string): number | string {
  const instant = MOMENT.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? text : instant
}

/** What stands in a URL is text: numbers, yes and no, and lists are read out of it, by what the schema wants. */
export function readQuery(
  schema: z.ZodObject,
  query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const [wire, text] of Object.entries(query)) {
    const name = nameOf(schema, wire)
    const field = fieldOf(schema, name)
    given[name !== null && field ? name : wire] = field ? textOf(field, text) : text
  }
  return given
}

function textOf(schema: z.core.$ZodType, text: unknown): unknown {
  const at = core(schema)
  if (at instanceof z.ZodArray) {
    const parts = Array.isArray(text) ? text : typeof text === 'string' ? text.split(',') : [text]
    return parts.map((part) => textOf(at.element, part))
  }
  if (typeof text !== 'string') return text
  if (isMoment(schema) || isMoment(at)) return instantOf(text)
  if (at instanceof z.ZodNumber) return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text
  if (at instanceof z.ZodBoolean) return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** The same answer without what is shown once. */
export function withoutSecrets(schema: z.core.$ZodType, value: unknown): unknown {
  if (metaOf(schema).secret === true) return null
  const at = core(schema)
  if (at instanceof z.ZodArray && Array.isArray(value))
    return value.map((one) => withoutSecrets(at.element, one))
  if (!(at instanceof z.ZodObject) || !isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const field = fieldOf(at, name)
      return [name, field ? withoutSecrets(field, one) : one]
    }),
  )
}

/** What a name of the wire is called here. A field by the name it has here is none: it would come past the readers. */
function nameOf(schema: z.ZodObject, wire: string): string | null {
  const name = camelCase(wire)
  if (name === null && Object.hasOwn(schema.shape, wire)) {
    const message = 'There is no such field.'
    throw new z.ZodError([{ code: 'unrecognized_keys', keys: [wire], path: [], message, input: {} }])
  }
  return name
}

/** The field of this name; `constructor` is none, though every object has one. */
function fieldOf(schema: z.ZodObject, name: string | null): z.core.$ZodType | undefined {
  return name !== null && Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
}

function metaOf(schema: z.core.$ZodType): Readonly<Record<string, unknown>> {
  return z.globalRegistry.get(schema) ?? {}
}

/** Asked of every field of every request, and looked up in the registry once. */
const moments = new WeakMap<z.core.$ZodType, boolean>()

function isMoment(schema: z.core.$ZodType): boolean {
  const known = moments.get(schema)
  if (known !== undefined) return known
  const moment = metaOf(schema).wire === 'date-time'
  moments.set(schema, moment)
  return moment
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
