import type { Instant, Refusal } from '@roster/domain'
import type { Path, Problem } from '../document/problem.ts'
import type { Document, Prunable } from '../document/schema.ts'
import type { Organization, PersonKey } from '../model.ts'

/** What is being found out about a file while it is held against what there is. */
export type Wanting = {
  readonly document: Document
  readonly current: Organization
  readonly now: Instant
  /** Who is known by which username. */
  readonly usernames: ReadonlyMap<string, PersonKey>
  readonly problems: Problem[]
  /** What is there, is not in the file, and stays. */
  readonly extras: string[]
  /** What the file asks for and only somebody else can bring about. */
  readonly waiting: string[]
  /** Where in the file something is asked for, by what it is. */
  readonly paths: Map<string, Path>
}

/** Begins with nothing found. */
export function wantingOf(document: Document, current: Organization, now: Instant): Wanting {
  const usernames = new Map<string, PersonKey>()
  for (const [key, { username }] of current.people) if (username !== null) usernames.set(username, key)
  return { document, current, now, usernames, problems: [], extras: [], waiting: [], paths: new Map() }
}

/** Whether what this section does not list is taken away. */
export function prunes({ document: { prune } }: Wanting, section: Prunable): boolean {
  return prune === true || (Array.isArray(prune) && prune.includes(section))
}

/** Notes a problem; null takes its place where a value would be. */
export function problem(wanting: Wanting, path: Path, message: string | Refusal): null {
  wanting.problems.push({ path, message: typeof message === 'string' ? message : message.message })
  return null
}

/** The entries of a section, in an order that does not depend on the file. */
export function entriesOf<Entry>(
  section: Readonly<Record<string, Entry>> | null | undefined,
): [string, Entry][] {
  return Object.entries(section ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
