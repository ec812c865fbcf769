import { camelCase } from '../names.ts'
import type { Scope } from '../place.ts'
import { object } from './json.ts'
import { pascal } from './names.ts'
import { type Operation, referenced } from './operation.ts'
import { doc, typescriptTypes } from './typescript-schema.ts'

/** What the generated types stand on: written by hand, in `../answer.ts`. */
const IMPORTED = 'Answer, BulkAnswer, CallOptions, ChangeOptions, Listing, PostOptions, Refused'

/** The types of everything that the document tells of: schemas, operations, resources and codes. */
export function typescriptOf(document: unknown, operations: readonly Operation[], codes: readonly string[]) {
  const components = object(object(object(document).components).schemas)
  const types = typescriptTypes(components)
  const givens: string[] = []
  const told = operations.map((operation) => `${JSON.stringify(operation.name)}: ${about(operation)}\n`)
  const scopes = (['client', 'organization', 'project'] as const).map(scopeInterface)
  return indented([
    '// Made by `node src/generate/main.ts` from the OpenAPI document. Not kept in version control.',
    `import type { ${IMPORTED} } from '../answer.ts'\n`,
    ...types.declarations(),
    ...givens,
    `/** Every operation: what it takes, answers, and answers when it is only tried. */\nexport interface Operations {\n${told.join('')}}\n`,
    ...scopes,
    `/** Every code that a request may be refused with. */\nexport type ProblemCode =\n${codes.map((code) => `| '${code}'\n`).join('')}`,
  ])

  function about(operation: Operation): string {
    const { name, list, dryRun, path } = operation
    const own = operation.fields.length > 0 ? givenName(operation) : null
    if (own !== null) {
      const fields = operation.fields.map((each) =>
        types.field(each.name, each.schema, each.required, each.description, 'given'),
      )
      givens.push(`/** What \`${name}\` takes. */\nexport interface ${own} {\n${fields.join('')}}\n`)
    }
    const params = [...path.matchAll(/\{(\w+)\}/g)].map(
      ([, param = '']) => `readonly ${camelCase(param)}: string`,
    )
    const listed = list ? [`readonly ${camelCase(list.name)}: ${types.type(list.schema, 'given')}`] : []
    const parts = [`{ ${[...params, ...listed].join('; ')} }`, ...(own ? [own] : [])]
    const tried = dryRun ? types.type(dryRun, 'answered') : 'never'
    return `{ given: ${parts.join(' & ')}; answer: ${answerOf(operation)}; tried: ${tried} }`
  }

  function answerOf({ bulk, list, answer }: Operation): string {
    if (answer === null) return 'undefined'
    if (!bulk) return types.type(answer, 'answered')
    const outcome = object(object(object(object(answer).properties).results).items)
    const result = types.type(object(outcome.properties).result, 'answered').replace(/ \| null$/, '')
    const item = list ? types.type(entryOf(list.schema), 'given') : 'unknown'
    return `BulkAnswer<${item}, ${result}>`
  }

  function entryOf(schema: unknown): unknown {
    const name = referenced(schema)
    return name === null ? object(schema).items : entryOf(components[name])
  }

  function scopeInterface(scope: Scope): string {
    const own = operations.filter((operation) => operation.scope === scope)
    const resources = [...new Set(own.map(({ resource }) => resource))].filter((each) => each !== null).sort()
    const interfaces = resources.map((resource) => {
      const methods = own.filter((operation) => operation.resource === resource).map(methodOf)
      return `export interface ${resourceName(scope, resource)} {\n${methods.join('')}}\n`
    })
    const properties = resources.map((resource) => `readonly ${resource}: ${resourceName(scope, resource)}\n`)
    const methods = own.filter(({ resource }) => resource === null).map(methodOf)
    return `${interfaces.join('\n')}\nexport interface ${pascal(scope)}Resources {\n${properties.join('')}${methods.join('')}}\n`
  }

  function methodOf(operation: Operation): string {
    const { verb, params, list, fields, pages, dryRun, summary, description, codes: may } = operation
    const required = fields.some((each) => each.required)
    const positional = [
      ...params.map((param) => `${param}Id: string`),
      ...(list ? [`${camelCase(list.name)}: ${types.type(list.schema, 'given')}`] : []),
      ...(fields.length > 0 ? [`given${required ? '' : '?'}: ${givenName(operation)}`] : []),
    ]
    const answer = answerOf(operation)
    const words = doc(
      [sentence(summary), description, `Refused with: ${may.map((code) => `\`${code}\``).join(', ')}.`].join(
        '\n\n',
      ),
    )
    const told = (own: string, options: string, answers: string) =>
      `${words}${own}(${[...positional, options].join(', ')}): ${answers}\n`
    if (pages) {
      const plain = told(verb, 'options?: CallOptions', `Listing<${answer}>`)
      const all = verb === 'list' ? told('all', 'options?: CallOptions', `Listing<${answer}>`) : ''
      return plain + all
    }
    const kinds = [
      ...(operation.repeats ? ['PostOptions'] : []),
      ...(operation.matches ? ['ChangeOptions'] : []),
    ]
    const options = kinds.join(' & ') || 'CallOptions'
    // What has to be given cannot stand behind what may be left out.
    const dryPositional = positional.map((each) => each.replace(/^given\?: (.*)$/, 'given: $1 | undefined'))
    const dry = dryRun
      ? `${words}${verb}(${[...dryPositional, `options: ${options} & { readonly dryRun: true }`].join(', ')}): Answer<${types.type(dryRun, 'answered')}>\n`
      : ''
    return `${dry}${told(verb, `options?: ${options}`, `Answer<${answer}>`)}`
  }
}

function resourceName(scope: Scope, resource: string): string {
  return `${pascal(scope)}${pascal(resource)}Methods`
}

function givenName({ name }: Operation): string {
  return `${name.split('.').map(pascal).join('')}Given`
}

/** The parts with their lines set in by the braces around them. */
function indented(parts: readonly string[]): string {
  let depth = 0
  return parts
    .join('\n')
    .split('\n')
    .map((line) => {
      if (/^[})]/.test(line)) depth -= 1
      const set = line === '' ? '' : `${'  '.repeat(depth)}${line.trimEnd()}`
      if (/\{$/.test(line) && !/^ ?[/*]/.test(line)) depth += 1
      return set
    })
    .join('\n')
}

function sentence(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`
}
