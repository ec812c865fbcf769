import { AUDIT_ACTIONS } from '@roster/domain'
import type { AuditEntry } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io, misused } from '../io.ts'
import { type Column, show } from '../table.ts'

const COLUMNS: readonly Column<AuditEntry>[] = [
  { title: 'NUMBER', cell: ({ sequence }) => sequence },
  { title: 'AT', cell: ({ at }) => at },
  { title: 'BY', cell: actorOf },
  { title: 'ACTION', cell: ({ action }) => action },
  { title: 'ABOUT', cell: ({ target }) => target?.person?.name ?? target?.label ?? target?.id ?? null },
]

function actorOf({ actor, key, byOperator }: AuditEntry): string {
  const who = actor?.name ?? 'Roster'
  if (byOperator) return `the operator, as ${who}`
  return key ? `${who}, by the key ${key.name}` : who
}

export type ListOptions = {
  readonly json?: true
  readonly limit: string
  readonly action?: string
  readonly from?: string
  readonly to?: string
}

/** The entries of the trail, the newest first. */
export async function listAudit(
  io: Io,
  { json, limit, action: named, from, to }: ListOptions,
  { organization: { audit } }: Connection,
): Promise<Exit> {
  const action = AUDIT_ACTIONS.find((one) => one === named)
  if (named !== undefined && !action) throw misused(`There is no action ${named}.`)
  const entries = audit.all({
    ...(action && { action }),
    ...(from && { from: dayOf(from) }),
    ...(to && { to: dayOf(to) }),
  })
  await show(io, first(entries, mostOf(limit)), COLUMNS, {
    json: json === true,
    none: 'There are no such entries.',
  })
  return EXIT.ok
}

function mostOf(limit: string): number {
  if (limit === 'all') return Number.POSITIVE_INFINITY
  const most = Number(limit)
  if (!Number.isInteger(most) || most < 1) throw misused('Write --limit as a number from 1 on, or as all.')
  return most
}

function dayOf(text: string): Date {
  const day = new Date(text)
  if (Number.isNaN(day.getTime())) throw misused(`Write ${text} as a day such as 2027-01-31.`)
  return day
}

async function* first<Row>(rows: AsyncIterable<Row>, most: number): AsyncGenerator<Row> {
  let taken = 0
  for await (const row of rows) {
    yield row
    taken += 1
    if (taken >= most) return
  }
}
