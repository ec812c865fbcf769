import { useEffect, useRef, useState } from 'react'
import type { Listed } from './types.ts'

const MARKED_FOR = 2_400 // ms: as long as the mark takes to fade

/** Where all is new, nothing stands out. */
const MOST_MARKED = 10

const NONE: ReadonlySet<string> = new Set()

/**
 * The rows that became different while they were looked at, for a moment (I8). `list` names what is listed: a new
 * one begins anew. Without rows (they are those of another list still) nothing is compared.
 */
export function useChanged(rows: readonly Listed[] | undefined, list: string): ReadonlySet<string> {
  const [changed, setChanged] = useState(NONE)
  const before = useRef<{ list: string; marks: ReadonlyMap<string, string> }>(undefined)

  useEffect(() => {
    if (!rows) return
    const marks = new Map(rows.map((row) => [row.id, markOf(row)]))
    const { current } = before
    before.current = { list, marks }
    if (current?.list !== list) return
    const ids = [...marks].flatMap(([id, mark]) => (current.marks.get(id) === mark ? [] : [id]))
    if (ids.length > 0 && ids.length <= MOST_MARKED) setChanged(new Set(ids))
  }, [rows, list])

  useEffect(() => {
    if (changed.size === 0) return
    const timer = setTimeout(setChanged, MARKED_FOR, NONE)
    return () => clearTimeout(timer)
  }, [changed])

  return changed
}

function markOf({ status, generation, role, expiresAt, openedAt }: Listed): string {
  return JSON.stringify([status, generation, role.id, expiresAt, openedAt])
}
