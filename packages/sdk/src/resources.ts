import type { AnyOptions } from './answer.ts'
import type { Call, Given } from './call.ts'
import { ROUTES } from './generated/routes.ts'
import type { ClientResources, OrganizationResources, ProjectResources } from './generated/types.ts'
import { namesIn, placesOf } from './place.ts'
import type { RouteRow } from './route-row.ts'
import { isObject } from './wire.ts'

type Method = (...positional: readonly unknown[]) => unknown
type Resource = Record<string, Method | Record<string, Method>>

const PLACES = placesOf(Object.fromEntries(Object.entries(ROUTES).map(([name, [, path]]) => [name, path])))

/** What stands on the client itself. */
export const clientResources = (call: Call): ClientResources => made(resources('client', call, {}))

/** What stands below one organization, by id or short name. */
export const organizationResources = (call: Call, organization: string): OrganizationResources =>
  made(resources('organization', call, { organization }))

/** What stands below one project. */
export const projectResources = (call: Call, project: string): ProjectResources =>
  made(resources('project', call, { project }))

/** The types of resources are made of the same document as the table that they are built of. */
function made<Scope extends object>(built: object): Scope {
  if (isOfDocument<Scope>(built)) return built
  throw new TypeError('a resource is no object')
}

function isOfDocument<Scope extends object>(built: object): built is Scope {
  return Object.values(built).every((one) => typeof one === 'function' || isObject(one))
}

/** The methods of every operation in a scope, below its resource. */
function resources(scope: string, call: Call, bound: Given): Resource {
  const built: Resource = {}
  for (const [name, row] of Object.entries(ROUTES)) {
    const place = PLACES.get(name)
    if (place?.scope !== scope) continue
    const method = methodOf(row, place.params, (given, options) =>
      call(name, { ...given, ...boundIn(row, bound) }, options),
    )
    if (place.resource === null) built[place.verb] = method
    else {
      const before = built[place.resource]
      const all = place.verb === 'list' && row[2]?.pages ? { all: allOf(method, place.params) } : {}
      built[place.resource] = { ...(typeof before === 'object' && before), [place.verb]: method, ...all }
    }
  }
  return built
}

/** Of what a scope is about, what the path names: an id may say all that there is to say. */
function boundIn([, path]: RouteRow, bound: Given): Given {
  const named = namesIn(path)
  return Object.fromEntries(Object.entries(bound).filter(([name]) => named.includes(name)))
}

/** What stands in the path comes first, then the list that each result is for, then the other fields, then options. */
function methodOf(
  [, , marks]: RouteRow,
  params: readonly string[],
  run: (given: Given, options: AnyOptions) => unknown,
): Method {
  const first = marks?.list === undefined ? params : [...params, marks.list]
  return (...positional) => {
    const named = Object.fromEntries(first.map((name, place) => [name, positional[place]]))
    const rest = positional.slice(first.length)
    const given = marks?.fields ? rest.shift() : undefined
    const options = rest.shift()
    return run({ ...(isObject(given) && given), ...named }, isObject(options) ? options : {})
  }
}

/** Everything that a list has, in as few pages as may be. */
function allOf(list: Method, params: readonly string[]): Method {
  return (...positional) => {
    const given = positional[params.length]
    const more = { pageSize: LARGEST_PAGE, ...(isObject(given) && given) }
    return list(...positional.slice(0, params.length), more, ...positional.slice(params.length + 1))
  }
}

const LARGEST_PAGE = 100
