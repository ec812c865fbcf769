/** Where to go after signing in. */
export interface NextSearch {
  next?: string
}

/** Only paths of our own: never another site, however it is spelt. */
export function nextSearch(search: Record<string, unknown>): NextSearch {
  const { next } = search
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}
