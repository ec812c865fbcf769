import { decide, type HeldAssignment, type OrganizationId, type ProjectId, Refusal } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

type Sql = RawBuilder<unknown>

export type ProjectSort = 'name' | 'created'

/** Which projects are listed, and for whom. */
export interface ProjectFilter {
  readonly organization: OrganizationId
  /** What must occur in the name. */
  readonly needles: readonly string[]
  readonly state: 'active' | 'archived' | 'all'
  /** The ones the caller holds a role in. */
  readonly given: readonly ProjectId[]
  readonly mineOnly: boolean
  /** Which of the others the caller may know of. */
  readonly others: 'all' | 'visible' | 'none'
}

/** Counting stops here; nobody pages by number that far. */
export const COUNTED_AT_MOST = 10_000

/** What somebody who holds this may know of: the rule of `maySeeProject`, for a whole list. */
export function seenBy(held: readonly HeldAssignment[]): Pick<ProjectFilter, 'given' | 'others'> {
  const given = held.flatMap(({ scope }) =>
    scope !== 'organization' && !(decide(held, 'project.read', scope) instanceof Refusal) ? [scope] : [],
  )
  const everywhere = held.some((one) => one.scope === 'organization' && one.permissions.has('project.read'))
  const visible = !(decide(held, 'projects.read') instanceof Refusal)
  return { given: [...new Set(given)], others: everywhere ? 'all' : visible ? 'visible' : 'none' }
}

/** How many there are, at most as many as are counted and one more. */
export async function countSeen(db: Reads, filter: ProjectFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from project as p where ${passes(filter)} limit ${COUNTED_AT_MOST + 1}
    )
  `.execute(db)
  return rows[0]?.count ?? 0
}

/** Where a page of the list begins: behind the values of a project, or so many from the start. */
export type From = { readonly after: readonly [string | number, string] } | { readonly skip: number }

export interface SeenProject {
  readonly id: ProjectId
  readonly value: string | number
}

/** The projects that are seen, in the order of the list: read from one index alone. */
export async function seenProjects(
  db: Reads,
  filter: ProjectFilter,
  sort: ProjectSort,
  from: From,
  take: number,
): Promise<readonly SeenProject[]> {
  const [column, to, behind] =
    sort === 'name' ? [sql`p.name_key`, sql`asc`, sql`>`] : [sql`p.since`, sql`desc`, sql`<`]
  const after =
    'after' in from ? sql` and (${column}, p.id) ${behind} (${from.after[0]}, ${from.after[1]})` : sql``
  const { rows } = await sql<SeenProject>`
    select p.id, ${column} as value from project as p
    where ${passes(filter)}${after}
    order by ${column} ${to}, p.id ${to} limit ${take} offset ${'skip' in from ? from.skip : 0}
  `.execute(db)
  return rows
}

function passes({ organization, needles, state, given, mineOnly, others }: ProjectFilter): Sql {
  const terms: Sql[] = [sql`p.organization_id = ${organization} and p.until is null`]
  if (state === 'active') terms.push(sql`p.archived_at is null`)
  if (state === 'archived') terms.push(sql`p.archived_at is not null`)
  // The plus keeps the order of the list: led by the ids, what is found would have to be sorted.
  const mine = sql`+p.id in (select value from json_each(${JSON.stringify(given)}))`
  if (mineOnly || others === 'none') terms.push(mine)
  else if (others === 'visible') terms.push(sql`(p.visibility <> 'private' or ${mine})`)
  for (const needle of needles) terms.push(sql`instr(p.name_key, ${needle}) > 0`)
  return sql.join(terms, sql` and `)
}
