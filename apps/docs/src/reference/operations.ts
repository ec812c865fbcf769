import type { Source } from '../site/page.ts'
import { type Json, list, object, text } from './json.ts'
import { table } from './permissions.ts'
import { described, schemas } from './schema.ts'

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const
const GROUP = 'REST API'
const FIRST_ORDER = 600

/** What stands at the beginning of the description of every operation and is said better in a table. */
const NEEDS = /\n*Needs the permission `[^`]+`\.$/

/**
 * The reference of a REST API from its OpenAPI 3.1 document: one page for each tag, with method, path, permission,
 * parameters, body, answer and refusals of each operation; and one that lists all of them.
 */
export function operationPages(document: Json): readonly Source[] {
  const root = new URL(text(object(list(document.servers)[0]).url) || 'http://localhost').pathname.replace(
    /\/$/,
    '',
  )
  const operations = operationsOf(document, root)
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  const pages = tags.map((tag, index): Source => {
    const own = operations.filter((operation) => operation.tag === tag)
    return {
      path: pathOf(tag),
      group: GROUP,
      order: FIRST_ORDER + 1 + index,
      description: `${own.map(({ summary }) => summary.replace(/\.$/, '')).join('; ')}.`,
      markdown: `# ${titleOf(tag)} API\n\n${own.map((operation) => operationText(operation, document)).join('\n')}`,
    }
  })
  return pages.length === 0 ? [] : [overview(operations, tags), ...pages]
}

interface Operation {
  readonly tag: string
  readonly method: string
  readonly path: string
  readonly summary: string
  /** What it is called in the clients: `members.list`. */
  readonly name: string
  readonly spec: Json
}

function operationsOf(document: Json, root: string): readonly Operation[] {
  return Object.entries(object(document.paths)).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const spec = object(object(methods)[method])
      if (Object.keys(spec).length === 0) return []
      const summary = text(spec.summary) || text(spec.operationId)
      const tag = text(list(spec.tags)[0]) || 'other'
      const name = text(spec.operationId)
      return [{ tag, method: method.toUpperCase(), path: root + path, summary, name, spec }]
    }),
  )
}

function overview(operations: readonly Operation[], tags: readonly string[]): Source {
  const sections = tags.map((tag) => {
    const rows = operations
      .filter((operation) => operation.tag === tag)
      .map(({ method, path, summary, name }) => [summary, `\`${method} ${path}\``, `\`${name}\``])
    return `## ${titleOf(tag)}\n\n[${titleOf(tag)}, in full](${pathOf(tag).replace('reference/', '')}.md)\n\n${table([['What it does', 'Request', 'In the clients'], ...rows])}\n`
  })
  return {
    path: 'reference/rest',
    group: GROUP,
    order: FIRST_ORDER,
    description:
      'Every request of the REST API at a glance; each resource has a page with all of its details.',
    markdown: `# All requests\n\nGenerated from the [OpenAPI document](/api/openapi.json) that this instance serves, which is held against the running server by tests. Every request carries an API key: \`Authorization: Bearer rst_…\`. [The REST API](../guides/rest.md) tells what all of them have in common.\n\n${sections.join('\n')}`,
  }
}

function operationText({ method, path, summary, name, spec }: Operation, document: Json): string {
  const { words, fields, example, resolved } = schemas(document)
  const parameters = list(spec.parameters).map(resolved)
  const body = jsonOf(object(spec.requestBody).content)
  const [success, answer] =
    Object.entries(object(spec.responses)).findLast(([status]) => status.startsWith('2')) ?? []
  const answered = jsonOf(object(answer).content)
  const permission = text(spec['x-permission'])
  const codes = list(spec['x-codes']).map(text)
  const parts = [
    `## ${summary}`,
    `\`${method} ${path}\``,
    text(spec.description).replace(NEEDS, ''),
    name === '' ? '' : `In the clients: \`${name}\`.`,
    permission === '' ? '' : `Needs the permission [\`${permission}\`](../permissions.md).`,
    parameters.length === 0
      ? ''
      : `**Parameters**\n\n${table([
          ['Name', 'In', 'Type', 'What it is'],
          ...parameters.map((one) => [
            `\`${text(one.name)}\`${one.required === true ? '' : ', optional'}`,
            text(one.in),
            words(one.schema),
            text(one.description) || described(resolved(one.schema)),
          ]),
        ])}`,
    ...(body ? [`**Body**`, fieldTable(fields(body)), code(example(body))] : []),
    success ? `**Answer** ${success}` : '',
    ...(answered ? [fieldTable(fields(answered)), code(example(answered))] : []),
    codes.length === 0
      ? ''
      : `**Refusals** ${codes.map((one) => `[\`${one}\`](../problems.md#${one})`).join(', ')}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function jsonOf(content: unknown): Json | null {
  const json = object(object(content)['application/json'])
  return json.schema ? object(json.schema) : null
}

function fieldTable(rows: ReturnType<ReturnType<typeof schemas>['fields']>): string {
  if (rows.length === 0) return ''
  return table([
    ['Field', 'Type', 'What it is'],
    ...rows.map(({ name, type, required, description }) => [
      `\`${name}\`${required ? '' : ', optional'}`,
      type,
      description,
    ]),
  ])
}

function code(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``
}

function pathOf(tag: string): string {
  return `reference/rest/${titleOf(tag)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`
}

function titleOf(tag: string): string {
  const spaced = tag
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
