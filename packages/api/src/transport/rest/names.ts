/** `next_cursor` of `nextCursor`. What has no capital letter stays as it is. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** `nextCursor` of `next_cursor`; null for a name that no field has on the wire, such as `nextCursor` itself. */
export function camelCase(name: string): string | null {
  if (/[A-Z]/.test(name)) return null
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
