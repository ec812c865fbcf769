import {
  checkPolicies,
  mayChangePolicies,
  type OrganizationPolicies,
  organizationName,
  Refusal,
} from '@roster/domain'
import { builtInNamed } from '../model.ts'
import { problem, type Wanting } from './wanting.ts'

/** What the organization will be called. */
export function wantedName(wanting: Wanting): string {
  const { name } = wanting.document.organization ?? {}
  if (name === undefined) return wanting.current.name
  const canonical = organizationName(name)
  if (!(canonical instanceof Refusal)) return canonical
  problem(wanting, ['organization', 'name'], canonical)
  return wanting.current.name
}

/** The policies there will be: what is not written stays. */
export function wantedPolicies(wanting: Wanting): OrganizationPolicies {
  const { current, document } = wanting
  const written = document.organization?.policies
  if (!written) return current.policies
  const path = ['organization', 'policies']
  const policies = checkPolicies(camel(written), current.policies)
  if (policies instanceof Refusal) {
    const field = String(policies.facts.field ?? '')
    const known = Object.keys(written).find((key) => camelKey(key) === field)
    problem(wanting, known === undefined ? path : [...path, known], policies)
    return current.policies
  }
  const me = current.me === null ? undefined : current.people.get(current.me)
  const byOwner = me?.role === builtInNamed('organization', 'owner')
  const allowed = mayChangePolicies({ before: current.policies, after: policies, byOwner })
  if (allowed !== true) {
    const [field] = ['managed_by', 'audit_days'].filter((key) => Object.hasOwn(written, key))
    problem(
      wanting,
      field === undefined ? path : [...path, field],
      'Only owners decide this: use the key of an owner, or leave it out.',
    )
  }
  return policies
}

/** `expiry_days` as the rules call it; what is within is left to them, and text stays as it is. */
function camel(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelKey(key), camel(inner)]))
}

function camelKey(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** The same the other way, for what is written into a file. */
export function snakeKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
