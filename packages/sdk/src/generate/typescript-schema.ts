import { COLUMNS, camelCase } from '../names.ts'
import { type Json, list, object, text } from './json.ts'
import { givenAs } from './names.ts'
import { referenced } from './operation.ts'

/** What is given may be a Date where an answer has a text, and names roles by `roleId`; data keeps its names. */
export type Way = 'given' | 'answered' | 'data'

/** Schemas of the document as TypeScript types; those with a name are told once, when they are first met. */
export function typescriptTypes(components: Json) {
  const declared = new Map<string, string>()

  function type(schema: unknown, way: Way): string {
    const name = referenced(schema)
    if (name !== null) return declare(name, way)
    const own = object(schema)
    const choices = [...list(own.anyOf), ...list(own.oneOf)]
    if (choices.length > 0) return union(choices.map((one) => type(one, way)))
    const parts = list(own.allOf)
    if (parts.length > 0) return parts.map((one) => type(one, way)).join(' & ')
    if (own.const !== undefined) return literal(own.const)
    const values = list(own.enum)
    if (values.length > 0) return union(values.map(literal))
    const types = Array.isArray(own.type) ? own.type : [own.type]
    return union(types.map((one) => simple(text(one), own, way)))
  }

  function simple(of: string, schema: Json, way: Way): string {
    switch (of) {
      case 'string':
        return schema.format === 'date-time' && way === 'given' ? 'string | Date' : 'string'
      case 'integer':
      case 'number':
        return 'number'
      case 'boolean':
      case 'null':
        return of
      case 'array':
        return `readonly ${bracketed(type(schema.items, way))}[]`
      case 'object':
        return objectType(schema, way)
      default:
        return 'unknown'
    }
  }

  function objectType(schema: Json, way: Way): string {
    if (Object.keys(object(schema.properties)).join() === 'code,message') return 'Refused'
    const fields = fieldsOf(schema, way)
    if (fields !== '') return `{\n${fields}}`
    return isRecord(schema) ? `Readonly<Record<string, ${type(schema.additionalProperties, way)}>>` : '{}'
  }

  /** The fields of an object, a line each, with what is said about them before. */
  function fieldsOf(schema: Json, way: Way): string {
    const required = new Set(list(schema.required))
    return Object.entries(object(schema.properties))
      .map(([name, one]) => field(name, one, required.has(name), text(object(one).description), way))
      .join('')
  }

  function field(name: string, schema: unknown, required: boolean, description: string, way: Way): string {
    const own = way === 'data' ? name : camelCase(way === 'given' ? givenAs(name) : name)
    const of = type(schema, COLUMNS.has(name) ? 'data' : way)
    const absent = way === 'given' && !required ? ' | undefined' : ''
    return `${doc(description)}readonly ${own}${required ? '' : '?'}: ${of}${absent}\n`
  }

  function declare(name: string, way: Way): string {
    const schema = object(components[name])
    const own = way === 'given' && differs(name, new Set()) ? `${name}Given` : name
    if (declared.has(own)) return own
    declared.set(own, '')
    const about = doc(text(schema.description))
    const body = type(schema, own === name ? 'answered' : way)
    declared.set(
      own,
      `${about}export ${body.startsWith('{') ? `interface ${own} ` : `type ${own} = `}${body}\n`,
    )
    return own
  }

  /** Whether what is given is written otherwise than what is answered. */
  function differs(name: string, seen: Set<string>): boolean {
    if (seen.has(name)) return false
    seen.add(name)
    const told = JSON.stringify(components[name] ?? null)
    if (told.includes('"role":{') || told.includes('"date-time"')) return true
    return [...told.matchAll(/"\$ref":"[^"]*\/([^"/]+)"/g)].some(([, other = '']) => differs(other, seen))
  }

  return {
    type,
    field,
    /** All that were met and have a name. */
    declarations: () =>
      [...declared].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, told]) => told),
  }
}

/** Whether an object is a dictionary: its keys are data and stay as they are. */
export function isRecord(schema: Json): boolean {
  return (
    Object.keys(object(schema.properties)).length === 0 &&
    schema.additionalProperties !== undefined &&
    schema.additionalProperties !== false
  )
}

/** A comment before a declaration; none for no words. */
export function doc(words: string): string {
  if (words === '') return ''
  const safe = words.replaceAll('*/', '* /')
  return safe.includes('\n') ? `/**\n * ${safe.split('\n').join('\n * ')}\n */\n` : `/** ${safe} */\n`
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value)
}

function union(types: readonly string[]): string {
  const all = [...new Set(types)]
  return all.includes('unknown') ? 'unknown' : all.join(' | ')
}

function bracketed(type: string): string {
  return /^[\w.]+$/.test(type) ? type : `(${type})`
}
