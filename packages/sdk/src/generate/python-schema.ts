import { type Json, list, text } from './json.ts'
import { resolved } from './operation.ts'

/** What is given to a Python method, as a type hint. */
export function pythonHint(components: Json, schema: unknown): string {
  const own = resolved(components, schema)
  const choices = [...list(own.anyOf), ...list(own.oneOf)]
  if (choices.length > 0) return union(choices.map((one) => pythonHint(components, one)))
  const values = list(own.enum)
  if (values.length > 0) return union([`Literal[${values.map((value) => JSON.stringify(value)).join(', ')}]`])
  if (own.const !== undefined) return `Literal[${JSON.stringify(own.const)}]`
  const types = Array.isArray(own.type) ? own.type : [own.type]
  return union(types.map((type) => simple(text(type), own)))

  function simple(type: string, from: Json): string {
    switch (type) {
      case 'string':
        return from.format === 'date-time' ? 'str | datetime' : 'str'
      case 'integer':
        return 'int'
      case 'number':
        return 'float'
      case 'boolean':
        return 'bool'
      case 'null':
        return 'None'
      case 'array':
        return `Sequence[${pythonHint(components, from.items)}]`
      case 'object':
        return 'Mapping[str, Any]'
      default:
        return 'Any'
    }
  }
}

function union(hints: readonly string[]): string {
  const all = [...new Set(hints)]
  return all.includes('Any') ? 'Any' : all.join(' | ')
}
