import type { Route } from './route.ts'

/** A route that reads, asked by POST: for what does not fit into a URL. It changes nothing. */
export function byPost(route: Route): Route {
  return { ...route, method: 'POST', writes: false, query: null, body: route.query }
}
