import type { Instant } from '@roster/domain'
import { sql } from 'kysely'
import type { Label } from '../members/labels.ts'
import { type Ask, type Page, pageOf } from '../members/page.ts'
import { rowsAt } from '../members/rows.ts'
import { type Filter, passes } from '../members/sources.ts'
import type { Reads } from '../platform/writer.ts'
import type { At } from './holders.ts'
import { everybodyThere, isThere, type Reach, reachOf } from './reach.ts'

/** Up to so many are gathered and sorted; among more, the list of members is walked until a page is full. */
const GATHERED_AT_MOST = 2_000

export const BY_NAME = { sort: 'name', direction: 'asc' } as const

/** A page of the people in a project who pass a search, in the order of names, at any size. */
export function peoplePage(
  db: Reads,
  number: number,
  reach: Reach,
  needles: readonly string[],
  ask: Ask,
): Promise<Page> {
  const few = reach.atMost <= GATHERED_AT_MOST
  return few ? gatheredPage(db, reach, needles, ask) : walkedPage(db, number, reach, needles, ask)
}

/** How many people are in a project, each counted once; null where they are many who come in several ways. */
export async function countThere(db: Reads, at: At, now: Instant): Promise<number | null> {
  const reach = await reachOf(db, at, now, { role: null, via: null })
  if (reach.atMost <= GATHERED_AT_MOST) return (await everybodyThere(db, reach)).length
  return reach.inside.size === 0 ? reach.atMost : null
}

/** Everybody there, sorted on the spot: for the few. */
export async function gatheredPage(
  db: Reads,
  reach: Reach,
  needles: readonly string[],
  ask: Ask,
): Promise<Page> {
  const filter: Filter = { number: 0, needles, role: null, inactiveBefore: null }
  const { rows } = await sql<{ label: string }>`
    select cast(l.position as text) as label
      from json_each(${JSON.stringify(await everybodyThere(db, reach))}) j
      cross join member_listing l on l.member_id = j.value
      where ${passes(filter)} order by l.position
  `.execute(db)
  const labels = rows.map((row): Label => BigInt(row.label))
  const last = Math.max(1, Math.ceil(labels.length / ask.pageSize))
  const page = ask.after ? ask.page : Math.min(ask.page, last)
  const { after } = ask
  const from = after ? labels.findIndex((label) => label > after.label) : (page - 1) * ask.pageSize
  const start = from < 0 ? labels.length : from
  const shown = await rowsAt(db, labels.slice(start, start + ask.pageSize))
  const next = start + ask.pageSize < labels.length ? (shown.at(-1) ?? null) : null
  return { rows: shown, total: labels.length, totalIsCapped: false, page, next }
}

/** Whoever of the list of members is there, until the page is full: for the many, who come soon. */
export async function walkedPage(
  db: Reads,
  number: number,
  reach: Reach,
  needles: readonly string[],
  ask: Ask,
): Promise<Page> {
  const total = Math.max(reach.atLeast, 1)
  const within = { passes: isThere(reach), total }
  const filter = { number, needles, role: null, inactiveBefore: null, within }
  const page = await pageOf(db, reach.organization, filter, BY_NAME, ask)
  const exact = reach.inside.size === 0 && reach.role === null && needles.length === 0
  return { ...page, totalIsCapped: page.totalIsCapped || (!exact && needles.length === 0) }
}
