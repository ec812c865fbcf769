import { COLUMNS, camelCase } from '../names.ts'
import { type Json, list, object, text } from './json.ts'
import type { Operation } from './operation.ts'
import { isRecord } from './typescript-schema.ts'

/** The table by which the client finds its way. */
export function routesTable(document: unknown, operations: readonly Operation[]): string {
  const rows = operations.map(({ name, method, path, list: leading, fields, pages, file }) => {
    const marks = [
      ...(fields.length > 0 ? ['fields: true'] : []),
      ...(leading ? [`list: '${camelCase(leading.name)}'`] : []),
      ...(pages ? ['pages: true'] : []),
      ...(file ? ['file: true'] : []),
    ]
    return `  '${name}': ['${method}', '${path}'${marks.length > 0 ? `, { ${marks.join(', ')} }` : ''}],\n`
  })
  return [
    '// Made by `node src/generate/main.ts` from the OpenAPI document. Not kept in version control.',
    "import type { RouteRow } from '../route-row.ts'\n",
    '/** Every operation there is. */',
    'export const ROUTES: Readonly<Record<string, RouteRow>> = {',
    `${rows.join('')}}\n`,
    '/** Fields whose own keys are data, and stay as they are. */',
    `export const DICTIONARIES: ReadonlySet<string> = new Set(${quoted([...COLUMNS, ...dictionariesIn(document)].sort())})`,
    '',
  ].join('\n')
}

function quoted(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`
}

/** The wire names of fields that hold dictionaries, or anything at all. */
export function dictionariesIn(document: unknown): readonly string[] {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    const own = object(Array.isArray(node) ? { ...node } : node)
    for (const [name, schema] of Object.entries(object(own.properties)))
      if (holdsData(schema)) found.add(name)
    for (const one of Object.values(own)) visit(one)
  }
  visit(document)
  return [...found].sort()
}

function holdsData(schema: unknown): boolean {
  const own: Json = object(schema)
  if (own.type === 'array') return holdsData(own.items)
  const choices = [...list(own.anyOf), ...list(own.oneOf)]
  if (choices.length > 0) return choices.some((one) => text(object(one).type) !== 'null' && holdsData(one))
  if (own.type === undefined) return !('$ref' in own || 'enum' in own || 'const' in own || 'allOf' in own)
  return own.type === 'object' && isRecord(own)
}
