import { type Json, list, object, text } from './json.ts'

/** Deeper than this nothing is shown: a schema may contain itself. */
const DEEPEST = 6

/** Reads schemas of an OpenAPI 3.1 document (JSON Schema 2020-12): in words, as rows of a table, and as an example. */
export function schemas(document: Json) {
  const known = object(object(document.components).schemas)

  function resolved(value: unknown): Json {
    const schema = object(value)
    const name = text(schema.$ref).split('/').at(-1) ?? ''
    if (name === '') return withParts(schema)
    const { $ref: _, ...beside } = schema
    return { ...resolved(known[name]), ...beside }
  }

  /** `allOf` as one schema. */
  function withParts(schema: Json): Json {
    const parts = list(schema.allOf).map(resolved)
    if (parts.length === 0) return schema
    return Object.assign({}, schema, ...parts, {
      properties: Object.assign(
        {},
        object(schema.properties),
        ...parts.map((part) => object(part.properties)),
      ),
      required: [schema, ...parts].flatMap((part) => list(part.required)),
    })
  }

  const choices = (schema: Json) => [...list(schema.anyOf), ...list(schema.oneOf)].map(resolved)

  /** What it is, in words: `string or null`, `list of objects`, `one of a, b`. */
  function words(value: unknown): string {
    const schema = resolved(value)
    const parts = choices(schema)
    if (parts.length > 0) return [...new Set(parts.map(words))].join(' or ')
    if (schema.const !== undefined) return `\`${text(schema.const)}\``
    if (schema.enum)
      return `one of ${list(schema.enum)
        .map((one) => `\`${text(one)}\``)
        .join(', ')}`
    const types = Array.isArray(schema.type) ? schema.type : [schema.type]
    return types.map((type) => word(type, schema)).join(' or ')
  }

  function word(type: unknown, schema: Json): string {
    if (type === 'array')
      return `list of ${words(schema.items).replace(/^(string|object|integer|number)\b/, '$1s')}`
    if (type === 'string' && schema.format) return FORMATS[text(schema.format)] ?? 'string'
    return text(type) || 'any value'
  }

  /** The fields of an object, those of objects inside after a dot. */
  function fields(value: unknown, before = '', depth = 0): readonly Field[] {
    const schema = inner(value)
    const required = new Set(list(schema.required))
    if (depth >= DEEPEST) return []
    return Object.entries(object(schema.properties)).flatMap(([name, one]) => {
      const field = resolved(one)
      const type = words(one)
      return [
        {
          name: before + name,
          type,
          required: required.has(name),
          description: described(field),
        },
        ...fields(one, `${before}${name}${type.startsWith('list of') ? '[].' : '.'}`, depth + 1),
      ]
    })
  }

  /** What has the fields: the schema itself, what is in a list of it, or the one choice that is an object. */
  function inner(value: unknown): Json {
    const schema = resolved(value)
    if (schema.properties) return schema
    if (schema.items) return inner(schema.items)
    const object = choices(schema).find((one) => one.properties ?? one.items)
    return object ? inner(object) : {}
  }

  /** A value as it might be: what the schema gives as an example, else one made of its parts. */
  function example(value: unknown, depth = 0): unknown {
    const schema = resolved(value)
    if (schema.example !== undefined) return schema.example
    if (list(schema.examples).length > 0) return list(schema.examples)[0]
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return list(schema.enum)[0]
    if (schema.default !== undefined) return schema.default
    const part = choices(schema).find((one) => one.type !== 'null')
    if (part) return example(part, depth)
    const type = list(schema.type).find((one) => one !== 'null') ?? schema.type
    if (type === 'array') return depth >= DEEPEST || !schema.items ? [] : [example(schema.items, depth + 1)]
    if (type === 'object' || schema.properties) return depth >= DEEPEST ? {} : exampleObject(schema, depth)
    if (type === 'integer' || type === 'number') return Math.max(1, Number(schema.minimum ?? 1))
    if (type === 'boolean') return true
    if (type === 'null') return null
    return EXAMPLES[text(schema.format)] ?? '…'
  }

  function exampleObject(schema: Json, depth: number): Json {
    return Object.fromEntries(
      Object.entries(object(schema.properties)).map(([name, one]) => [name, example(one, depth + 1)]),
    )
  }

  return { resolved, words, fields, example }
}

export interface Field {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly description: string
}

/** The description of a schema, with its default and its bounds where it has some. */
export function described(schema: Json): string {
  const said = [
    text(schema.description),
    schema.default === undefined ? '' : `Default \`${JSON.stringify(schema.default)}\`.`,
    schema.maximum === undefined || Number(schema.maximum) >= Number.MAX_SAFE_INTEGER
      ? ''
      : `At most ${text(schema.maximum)}.`,
    schema.maxItems === undefined ? '' : `At most ${text(schema.maxItems)}.`,
  ]
  return said.filter((part) => part !== '').join(' ')
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'instant (RFC 3339)',
  date: 'day',
  email: 'email address',
  uri: 'web address',
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'date-time': '2026-05-03T09:30:00.000Z',
  date: '2026-05-03',
  email: 'ada@acme.example',
  uri: 'https://example.org',
}
