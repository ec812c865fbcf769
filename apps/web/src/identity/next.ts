/** Where to go after signing in, and whether one was signed out without asking for it. */
export interface NextSearch {
  next?: string | undefined
  ended?: true | undefined
}

/** The search that leads on to `path` after signing in. */
export function leadingTo(path: string): NextSearch {
  return path === '/' ? {} : { next: path }
}

/** Stands for our own site: what leaves it when resolved against it is not ours. */
const OURS = 'https://roster.invalid'

/** Search of the pages that lead on after signing in; a `next` that is not our own counts as left out. */
export function nextSearch({ next, ended }: Record<string, unknown>): NextSearch {
  // Both keys are there, also without a value: a key left out would keep what the address says.
  return { next: ownPath(next) ?? undefined, ended: ended === true ? true : undefined }
}

/**
 * The path as a browser would resolve it, if it stays on this very site however it is spelt; else null (A47). The
 * fragment is kept, because a link's secret may be in it.
 */
export function ownPath(text: unknown): string | null {
  if (typeof text !== 'string' || !text.startsWith('/') || !URL.canParse(text, OURS)) return null
  const { origin, pathname, search, hash } = new URL(text, OURS)
  // Resolved dots may leave two slashes in front, which the next reader takes for a host.
  return origin === OURS && !pathname.startsWith('//') ? pathname + search + hash : null
}
