import type { z } from 'zod'

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}
const MOST_VALUES = 20
const MOST_NAME = 60

/**
 * What is wrong with an input, as what follows “Check page_size:”, where its schema has no words of its own for it.
 * Undefined leaves it to the library.
 */
export function inputWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const { [issue.expected]: kind } = KINDS
      if (issue.input === undefined) return 'it is missing'
      return kind && `it must be ${kind}`
    }
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'it must not be empty'
      return sized(issue.origin, issue.minimum, issue.inclusive === false ? 'more than' : 'at least')
    case 'too_big':
      return sized(issue.origin, issue.maximum, issue.inclusive === false ? 'less than' : 'at most')
    case 'invalid_value': {
      const values = issue.values.slice(0, MOST_VALUES).map(String)
      const more = issue.values.length > MOST_VALUES ? ', …' : ''
      return values.length === 1 ? `it must be ${values[0]}` : `it must be one of ${values.join(', ')}${more}`
    }
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.map((key) => `“${key.slice(0, MOST_NAME)}”`).join(', ')}`
    default:
      return undefined
  }
}

/** How large something must be, by what it is counted in. */
function sized(origin: string, limit: number | bigint, how: string): string | undefined {
  if (origin === 'number' || origin === 'int') return `it must be ${how} ${limit}`
  const single = Number(limit) === 1
  if (origin === 'string') return `it must have ${how} ${limit} ${single ? 'character' : 'characters'}`
  if (origin === 'array' || origin === 'set')
    return `it must have ${how} ${limit} ${single ? 'entry' : 'entries'}`
  return undefined
}
