/** `nextCursor` of `next_cursor`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** `next_cursor` of `nextCursor`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** What a role is called where one is given: whoever gives one gives its id. */
export const ROLE_GIVEN = { given: 'roleId', wire: 'role' } as const

/** Fields that hold the columns of a file: their keys are its headings, and stay as they are. */
export const COLUMNS: ReadonlySet<string> = new Set(['cells'])
