import { type HandleRules, handle, handleFrom, RESERVED_EVERYWHERE } from '../identity/handle.ts'
import { Refusal } from '../refusal.ts'

/** The short name of an organization: unique, the first segment of its pages. */
export type Slug = string

/** First path segments of our own, now or likely soon, and words nobody should pose as. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  ...RESERVED_EVERYWHERE,
  'about',
  'account',
  'activity',
  'assets',
  'audit',
  'auth',
  'avatars',
  'billing',
  'decline',
  'docs',
  'events',
  'favicon',
  'forgot-password',
  'health',
  'healthz',
  'help',
  'home',
  'index',
  'invitation',
  'invitations',
  'join',
  'llms',
  'login',
  'logout',
  'mailbox',
  'members',
  'metrics',
  'my',
  'notifications',
  'organization',
  'organizations',
  'org',
  'orgs',
  'password',
  'people',
  'profile',
  'projects',
  'public',
  'readyz',
  'register',
  'requests',
  'reset-password',
  'roles',
  'scim',
  'search',
  'session',
  'sessions',
  'set-up',
  'setup',
  'sign-in',
  'sign-out',
  'sign-up',
  'signin',
  'signout',
  'signup',
  'static',
  'status',
  'subscribe',
  'trpc',
  'user',
  'users',
  'verify',
  'verify-email',
  'well-known',
])

const RULES: HandleRules = { least: 2, most: 48, reserved: RESERVED_SLUGS }

/**
 * 2 to 48 of a–z, 0–9 and single inner hyphens, trimmed and lower-cased, none of the reserved words;
 * else `invalid-slug` with the reason.
 */
export function canonicalSlug(text: string): Slug | Refusal {
  const done = handle(text, RULES)
  return 'handle' in done ? done.handle : new Refusal('invalid-slug', { field: 'slug', reason: done.reason })
}

/** A valid short name to suggest for an organization's name; it may be taken. */
export function slugFrom(name: string): Slug {
  return handleFrom(name, RULES, 'team')
}
