import { fold } from '../fold.ts'

/** The shape shared by usernames and short names: what stands in a URL. Lengths in characters. */
export type HandleRules = {
  readonly least: number
  readonly most: number
  readonly reserved: ReadonlySet<string>
}

/** Names that must not be taken anywhere, because software or people would read something else into them. */
export const RESERVED_EVERYWHERE = [
  'admin',
  'administrator',
  'anonymous',
  'api',
  'constructor',
  'everyone',
  'false',
  'guest',
  'me',
  'new',
  'null',
  'operator',
  'owner',
  'prototype',
  'root',
  'roster',
  'security',
  'settings',
  'support',
  'system',
  'true',
  'undefined',
] as const

/** The canonical handle (lower-case letters, digits, single hyphens between them), or why it cannot be one. */
export function handle(text: string, rules: HandleRules): { handle: string } | { reason: string } {
  const trimmed = text.trim()
  // Before lower-casing: that would turn the Kelvin sign into a plain k.
  if (!/^[A-Za-z0-9-]*$/.test(trimmed)) return { reason: 'use letters a to z, digits and hyphens only' }
  const { least, most } = rules
  if (trimmed.length < least || trimmed.length > most) return { reason: `use ${least} to ${most} characters` }
  const lower = trimmed.toLowerCase()
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(lower)) {
    return { reason: 'put single hyphens between letters or digits only' }
  }
  return rules.reserved.has(lower) ? { reason: 'this one is reserved' } : { handle: lower }
}

/** A handle made from a name, always a valid one; `filler` completes what is too short or reserved. */
export function handleFrom(name: string, rules: HandleRules, filler: string): string {
  const plain = hyphenated(fold(name.slice(0, 1_000)), rules.most)
  if (plain.length >= rules.least && !rules.reserved.has(plain)) return plain
  return hyphenated(`${plain}-${filler}`, rules.most)
}

function hyphenated(text: string, most: number): string {
  const words = text.split(/[^a-z0-9]+/).filter((word) => word !== '')
  return words.join('-').slice(0, most).replace(/-$/, '')
}
