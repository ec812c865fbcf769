import { camelCase } from './names.ts'

/** Where a method is found: below `client`, `client.organization(…)` or `client.project(…)`. */
export type Scope = 'client' | 'organization' | 'project'

export interface Place {
  readonly scope: Scope
  /** Null for what stands on the scope itself: `client.organization('acme').get()`. */
  readonly resource: string | null
  readonly verb: string
  /** The names in the path that are not the scope's, in their order. */
  readonly params: readonly string[]
}

const SCOPES = { organization: '/organizations/{organization}', project: '/projects/{project}' } as const

/**
 * Where the method of each operation is found, by its name and path. `members.list` below an organization's path is
 * `organization(…).members.list`, and `projectMembers.list` below a project's `project(…).members.list`. What is done
 * to the organization or project itself stands on it, `project(…).archive()`, and so does what a resource is named by:
 * `check` of `checks.check`. A resource of an organization is not torn apart: what names one of them by its id alone,
 * as `/keys/{key}` does, stands with the others.
 */
export function placesOf(paths: Readonly<Record<string, string>>): ReadonlyMap<string, Place> {
  const places = new Map(Object.entries(paths).map(([name, path]) => [name, placeOf(name, path)]))
  const inOrganizations = new Set(
    [...places.values()].flatMap(({ scope, resource }) => (scope === 'organization' ? [resource] : [])),
  )
  for (const [name, place] of places)
    if (place.scope === 'client' && place.resource !== null && inOrganizations.has(place.resource))
      places.set(name, { ...place, scope: 'organization' })
  return places
}

function placeOf(name: string, path: string): Place {
  const [slice = '', verb = ''] = name.split('.')
  const scope = scopeOf(path)
  const params = namesIn(scope === 'client' ? path : path.slice(SCOPES[scope].length))
  if (slice === `${scope}s` || slice === `${verb}s`) return { scope, resource: null, verb, params }
  const own = slice.startsWith(scope) ? uncapital(slice.slice(scope.length)) : slice
  return { scope, resource: own, verb, params }
}

function scopeOf(path: string): Scope {
  if (isBelow(path, SCOPES.organization)) return 'organization'
  return isBelow(path, SCOPES.project) ? 'project' : 'client'
}

function isBelow(path: string, scope: string): boolean {
  return path === scope || path.startsWith(`${scope}/`)
}

/** The names in a path, in camel case. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => camelCase(name))
}

function uncapital(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}
