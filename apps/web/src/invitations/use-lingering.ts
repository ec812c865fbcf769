import type { InvitationStatus } from '@roster/domain'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { StatusFilter } from './search.ts'
import { type Listed, recipientOf } from './types.ts'

const LINGERS_FOR = 5_000 // ms, enough to see who it was and what became of them
/** When more leave at once, it is not one person joining that one would like to see. */
const MOST = 3
const ANSWERED: readonly InvitationStatus[] = ['accepted', 'declined']
const MAILED: readonly InvitationStatus[] = [...ANSWERED, 'active', 'undeliverable']

type Gone = { row: Listed; at: number }

/**
 * The rows, and for a moment those that just left the list because they were answered: the reader sees "Active"
 * turn into "Accepted" instead of a row that is missing (I8). `list` names what is listed.
 */
export function useLingering(
  rows: readonly Listed[] | undefined,
  list: string,
  filter: StatusFilter = 'open',
): readonly Listed[] | undefined {
  const { organization } = useHere()
  const { client } = trpc.useUtils()
  const [gone, setGone] = useState<{ list: string; rows: readonly Gone[] }>({ list, rows: [] })
  const before = useRef<{ list: string; rows: readonly Listed[] }>(undefined)

  useEffect(() => {
    if (!rows) return
    const { current } = before
    before.current = { list, rows }
    if (current?.list !== list) return
    const here = new Set(rows.map(({ id }) => id))
    const left = current.rows.map((row, at) => ({ row, at })).filter(({ row }) => !here.has(row.id))
    // As many new ones: they only moved to the next page.
    if (left.length === 0 || left.length > MOST || rows.length > current.rows.length) return
    void Promise.all(left.map(present)).then((found) => {
      const told = found.filter((one) => one !== undefined)
      if (told.length > 0) setGone({ list, rows: told })
    })

    async function present({ row, at }: Gone): Promise<Gone | undefined> {
      const search = recipientOf(row).replace(/^@/, '')
      const asked = { organization, status: 'all', search } as const
      const found = await client.invitations.list.query(asked).catch(() => undefined)
      const now = found?.items.find(({ id }) => id === row.id)
      const telling = filter === 'pending' ? MAILED : ANSWERED
      return now && telling.includes(now.status) ? { row: now, at } : undefined
    }
  }, [rows, list, filter, organization, client])

  useEffect(() => {
    if (gone.rows.length === 0) return
    const timer = setTimeout(setGone, LINGERS_FOR, { list: gone.list, rows: [] })
    return () => clearTimeout(timer)
  }, [gone])

  if (!rows || gone.list !== list || gone.rows.length === 0) return rows
  const here = new Set(rows.map(({ id }) => id))
  const shown = [...rows]
  for (const { row, at } of gone.rows) if (!here.has(row.id)) shown.splice(at, 0, row)
  return shown
}
