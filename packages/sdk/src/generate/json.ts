/** A part of a document as it was read: nothing about it is known yet. */
export type Json = Readonly<Record<string, unknown>>

/** The object that a part of a document is; an empty one if it is none. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The list that a part of a document is; an empty one if it is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The text that a part of a document is; an empty one if it is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
