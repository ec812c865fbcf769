import { Refusal } from '../refusal.ts'
import { type HandleRules, handle, handleFrom, RESERVED_EVERYWHERE } from './handle.ts'

/** A canonical username: public, unique, what people may be invited by. */
export type Username = string

const RULES: HandleRules = {
  least: 3,
  most: 32,
  reserved: new Set([
    ...RESERVED_EVERYWHERE,
    'deleted',
    'help',
    'member',
    'nobody',
    'someone',
    'user',
    'viewer',
  ]),
}

/**
 * 3 to 32 of a–z, 0–9 and single inner hyphens, trimmed and lower-cased, none of the reserved words;
 * else `invalid-username` with the reason.
 */
export function canonicalUsername(text: string): Username | Refusal {
  const done = handle(text, RULES)
  return 'handle' in done
    ? done.handle
    : new Refusal('invalid-username', { field: 'username', reason: done.reason })
}

/** A valid username to suggest for a name or the part of an address before the @; it may be taken. */
export function usernameFrom(name: string): Username {
  return handleFrom(name, RULES, 'person')
}
