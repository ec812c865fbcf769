import { authenticateKey } from '../keys/authenticate.ts'
import { makeKey } from '../keys/testing.ts'
import { REST_ROUTES } from '../rest.ts'
import { answerRest, REST_ROOT, type RestAnswer } from '../transport/rest/answer.ts'
import { codesOf } from '../transport/rest/document.ts'
import type { Route } from '../transport/rest/route.ts'
import { contextOf } from './call.ts'
import type { House, Part } from './house.ts'

/** What a program sends beside the method and the address. */
interface Sent {
  readonly body?: unknown
  readonly ifMatch?: string
  readonly ifNoneMatch?: string
  readonly idempotencyKey?: string
}

/** An answer, whose body is whatever the test says it is. */
export interface Answered extends RestAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
  readonly body: any
}

/** A program with a key: it asks by method and address, as over HTTP. */
export type Program = (request: string, sent?: Sent) => Promise<Answered>

/** A program with a key of one of the cast, a role of acme as its ceiling. */
export async function programOf(home: House, part: Part, role: keyof House['roles']): Promise<Program> {
  const { secret } = await makeKey(home, part, role)
  return programWith(home, secret)
}

/**
 * A program with this key. It fails where a route refuses with a code that it does not tell of, and where a bug is
 * reported.
 */
export function programWith(home: House, secret: string): Program {
  return async (request, { body = null, ...headers } = {}) => {
    const [method = '', target = ''] = request.split(' ')
    const url = new URL(`${REST_ROOT}${target}`, home.deps.instance.url)
    const found = routeAt(method, url.pathname.slice(REST_ROOT.length))
    const actor = await authenticateKey(home.deps, secret, home.now())
    if (!found || actor?.kind !== 'key') throw new Error(`${request}: no such route, or no such key`)
    const { route, params } = found
    const query = Object.fromEntries(
      [...new Set(url.searchParams.keys())].map((name) => {
        const all = url.searchParams.getAll(name)
        return [name, all.length > 1 ? all : all[0]]
      }),
    )
    const given = { params, query, body, target: `${url.pathname}${url.search}`, ...headers }
    const answer = await answerRest({ ...contextOf(home, actor), actor }, route, given, (error) => {
      throw error
    })
    const code = answer.status >= 400 ? Object(answer.body).code : null
    if (code !== null && !codesOf(route).some((known) => known === code))
      throw new Error(`${route.name} does not tell of ${code}`)
    return answer
  }
}

/** The route that the HTTP server would find: names in a path give way to words. */
function routeAt(method: string, path: string): { route: Route; params: Record<string, string> } | null {
  const asked = path.split('/')
  const fitting = REST_ROUTES.filter((route) => {
    const own = route.path.split('/')
    return (
      route.method === method &&
      own.length === asked.length &&
      own.every((part, place) => part.startsWith('{') || part === asked[place])
    )
  })
  const names = ({ path }: Route) => path.split('{').length
  const [route] = fitting.sort((one, other) => names(one) - names(other))
  if (!route) return null
  const params = Object.fromEntries(
    route.path
      .split('/')
      .flatMap((part, place) =>
        part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(asked[place] ?? '')]] : [],
      ),
  )
  return { route, params }
}
