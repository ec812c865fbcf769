import { hash } from 'node:crypto'
import { Refusal } from '@roster/domain'

/** Where a page of a list ended: the values of its sort key. */
export type CursorPlace = readonly (string | number | null)[]

/** Characters that say which list a cursor belongs to: 72 bits of a hash. */
const MARK_CHARACTERS = 12

/**
 * An opaque cursor for exactly this list: the same organization, filters and sort. It holds nothing secret, and
 * whoever changes it gets a refusal or another page of what they may see anyway.
 */
export function cursorAt(list: CursorPlace, place: CursorPlace): string {
  return `${markOf(list)}${Buffer.from(JSON.stringify(place)).toString('base64url')}`
}

/** The place a cursor means. Refuses with `cursor-invalid` when it is another list's, or none. */
export function placeOf(list: CursorPlace, cursor: string): CursorPlace {
  if (!cursor.startsWith(markOf(list))) throw new Refusal('cursor-invalid')
  const place = parsed(Buffer.from(cursor.slice(MARK_CHARACTERS), 'base64url').toString())
  if (!isPlace(place)) throw new Refusal('cursor-invalid')
  return place
}

function markOf(list: CursorPlace): string {
  return hash('sha256', JSON.stringify(list), 'base64url').slice(0, MARK_CHARACTERS)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isPlace(value: unknown): value is CursorPlace {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => one === null || typeof one === 'string' || typeof one === 'number')
  )
}
