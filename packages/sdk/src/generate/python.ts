import { snakeCase } from '../names.ts'
import type { Scope } from '../place.ts'
import { object } from './json.ts'
import { givenAs, pascal } from './names.ts'
import type { Field, Operation } from './operation.ts'
import { pythonHint } from './python-schema.ts'

/** Words that Python keeps for itself, or that say how a call is made: a field of that name gets an underscore behind. */
const KEPT = new Set([
  ...'and as assert async await break class continue def del elif else except finally for from global if'.split(
    ' ',
  ),
  ...'import in is lambda nonlocal not or pass raise return self try while with yield None True False'.split(
    ' ',
  ),
  ...'dry_run if_match idempotency_key timeout retries'.split(' '),
])
const LINE = 99

/** The resources of the Python client: a class for each, with a method for each operation. */
export function pythonResources(document: unknown, operations: readonly Operation[]): string {
  const components = object(object(object(document).components).schemas)
  const scopes = (['client', 'organization', 'project'] as const).map(scopeClasses)
  return `${[
    '"""Every resource of the API. Made from its OpenAPI document; a test holds it against that."""',
    'from __future__ import annotations',
    'from datetime import datetime\nfrom typing import Any, Iterator, Literal, Mapping, Sequence',
    'from ._answers import Answer, Page\nfrom ._resource import UNSET, Resource, Unset',
  ].join('\n\n')}\n\n\n${scopes.join('\n\n\n')}\n`

  function scopeClasses(scope: Scope): string {
    const own = operations.filter((operation) => operation.scope === scope)
    const resources = [...new Set(own.map(({ resource }) => resource))].filter((each) => each !== null).sort()
    const classes = resources.map((resource) => {
      const methods = own.filter((operation) => operation.resource === resource).flatMap(methodsOf)
      return `class ${pascal(scope)}${pascal(resource)}(Resource):\n${methods.join('\n')}`
    })
    const properties = resources.map(
      (resource) =>
        `    @property\n    def ${snakeCase(resource)}(self) -> ${pascal(scope)}${pascal(resource)}:\n` +
        `        return ${pascal(scope)}${pascal(resource)}(self._connection, self._bound)\n`,
    )
    const methods = own.filter(({ resource }) => resource === null).flatMap(methodsOf)
    const body = [...properties, ...methods]
    return [
      ...classes,
      `class ${pascal(scope)}Resources(Resource):\n${body.join('\n') || '    pass\n'}`,
    ].join('\n\n\n')
  }

  function methodsOf(operation: Operation): readonly string[] {
    const { verb, pages } = operation
    const one = method(
      operation,
      snakeCase(verb),
      pages ? 'Page' : answerOf(operation),
      pages ? '_page' : '_ask',
    )
    return pages
      ? [one, method(operation, `${snakeCase(verb)}_all`, 'Iterator[dict[str, Any]]', '_all')]
      : [one]
  }

  function method(operation: Operation, name: string, answers: string, by: string): string {
    const { params, list, fields, method: verb, path, file } = operation
    const first = [
      ...params.map((param) => `${snakeCase(param)}_id: str`),
      ...(list ? [`${list.name}: ${pythonHint(components, list.schema)}`] : []),
    ]
    const named = [...fields.map(parameter), ...options(operation)]
    const filled = params.map((param) => `${JSON.stringify(param)}: ${snakeCase(param)}_id`)
    const given = [...(list ? [list] : []), ...fields].map(
      (field) => `${JSON.stringify(field.name)}: ${own(field)}`,
    )
    const passed = [
      JSON.stringify(verb),
      JSON.stringify(path),
      dictionary(filled),
      dictionary(given),
      ...(list ? [`items=${own(list)}`] : []),
      ...(file ? ['file=True'] : []),
      ...options(operation)
        .map((option) => option.split(':')[0] ?? '')
        .map((option) => `${option}=${option}`),
    ]
    return [
      ...folded(`    def ${name}(`, ['self', ...first, '*', ...named], `) -> ${answers}:`),
      ...docstring(operation, name),
      ...folded(`        return self.${by}(`, passed, ')'),
      '',
    ].join('\n')
  }

  function parameter(field: Field): string {
    const hint = pythonHint(components, field.schema)
    return field.required
      ? `${own(field)}: ${hint}`
      : `${own(field)}: ${hint === 'Any' ? hint : `${hint} | Unset`} = UNSET`
  }
}

/** What a field is called here. */
function own({ name }: Field): string {
  const given = givenAs(name)
  return KEPT.has(given) ? `${given}_` : given
}

function answerOf({ answer, file }: Operation): string {
  if (file) return 'str'
  return answer === null ? 'None' : 'Answer'
}

/** What a call may be made with; each begins with its name. */
function options({ dryRun, matches, repeats }: Operation): readonly string[] {
  return [
    ...(dryRun ? ['dry_run: bool = False'] : []),
    ...(matches ? ['if_match: str | Answer | None = None'] : []),
    ...(repeats ? ['idempotency_key: str | None = None'] : []),
    'timeout: float | None = None',
    'retries: int | None = None',
  ]
}

/** On one line if it fits where arguments stand. */
function dictionary(entries: readonly string[]): string {
  const line = `{${entries.join(', ')}}`
  if (line.length + ARGUMENT.length + 1 <= LINE) return line
  return `{\n${entries.map((entry) => `${ARGUMENT}    ${entry},\n`).join('')}${ARGUMENT}}`
}

const ARGUMENT = ' '.repeat(12)

/** A call or a signature, on one line if it fits there. */
function folded(before: string, parts: readonly string[], after: string): readonly string[] {
  const line = `${before}${parts.join(', ')}${after}`
  if (line.length <= LINE && !line.includes('\n')) return [line]
  const indent = /^ */.exec(before)?.[0] ?? ''
  return [before, ...parts.map((part) => `${indent}    ${part},`), `${indent}${after}`]
}

function docstring(operation: Operation, name: string): readonly string[] {
  const { summary, description, fields, list, codes } = operation
  const told = [...(list ? [list] : []), ...fields].filter((field) => field.description !== '')
  const all = name.endsWith('_all') ? ['Goes through all pages, asking for each when it is come to.', ''] : []
  const paragraphs = [
    ...all,
    ...description.split('\n'),
    ...(told.length > 0 ? ['', ...told.map((field) => `${own(field)}: ${field.description}`)] : []),
    '',
    `Refused with: ${codes.join(', ')}.`,
  ]
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, LINE - 8))
  const safe = lines.map((line) =>
    line === '' ? '' : `        ${line.replace(/\\/g, '\\\\').replace(/"""/g, "'''")}`,
  )
  const title = /[.?!]$/.test(summary) ? summary : `${summary}.`
  return [`        """${title}`, '', ...safe, '        """']
}

function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
