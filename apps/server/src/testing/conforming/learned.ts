import type { RestTarget } from '../hostile/rest-targets.ts'

/** Which fields take an id of this kind. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  mem: ['member', 'members', 'for', 'reviewers'],
  usr: ['sender', 'person', 'user', 'subject', 'actor'],
  rol: ['role', 'replace_with', 'default_role'],
  prj: ['project', 'projects'],
  grp: ['group', 'groups', 'child'],
  inv: ['invitation', 'invitations'],
  asg: ['assignment'],
  rev: ['review'],
  dom: ['domain'],
  imp: ['import'],
  key: ['key'],
  svc: ['serviceAccount', 'service_account'],
  whk: ['webhook'],
  dlv: ['delivery', 'deliveries'],
  stp: ['step'],
  chg: ['change'],
}

type Pool = [unknown, ...unknown[]]

interface Done {
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
  readonly answer: unknown
}

/** What a program finds out by asking: ids and names that answers hold, and what it did last by each route. */
export class Learned {
  readonly pools: Record<string, Pool>
  readonly #spared: ReadonlySet<string>
  readonly #done = new Map<string, Done>()

  /** Begins with what is known already; ids that are `spared` are never learned. */
  constructor(known: Readonly<Record<string, readonly [unknown, ...unknown[]]>>, spared: readonly string[]) {
    this.pools = Object.fromEntries(
      Object.entries(known).map(([name, [first, ...others]]) => [name, [first, ...others]]),
    )
    this.#spared = new Set(spared)
  }

  /** Keeps what a success told. */
  note({ name, path }: RestTarget, url: string, body: string | null, text: string): void {
    for (const [id, kind = ''] of text.matchAll(/\b([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}\b/g))
      if (!this.#spared.has(id)) for (const field of FIELDS[kind] ?? []) this.#add(field, id)
    const parts = (url.split('?', 1)[0] ?? '').split('/')
    const params = path
      .split('/')
      .flatMap((part, place) => (part.startsWith('{') ? [[part.slice(1, -1), parts[place] ?? '']] : []))
    this.#done.set(name, {
      params: Object.fromEntries(params),
      body: jsonIn(body ?? ''),
      answer: jsonIn(text),
    })
  }

  /** What was given or answered when a route succeeded last: `of('groupMembers.add', 'params', 'group')`. */
  of(name: string, ...path: readonly (string | number)[]): unknown {
    return path.reduce<unknown>(
      (at, part) => (isRecord(at) ? at[String(part)] : undefined),
      this.#done.get(name),
    )
  }

  #add(field: string, value: unknown): void {
    const known = this.pools[field] ?? [value]
    if (!known.includes(value)) known.push(value)
    this.pools[field] = known
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
