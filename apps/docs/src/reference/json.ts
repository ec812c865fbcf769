/** A JSON object whose fields are not known yet. */
export type Json = Readonly<Record<string, unknown>>

/** The value as an object; an empty one for anything else. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The value as a list; an empty one for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as text; an empty one for what is not there. */
export function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}
