import { useState } from 'react'
import type { Listed } from './types.ts'

type Ticked = { filter: string; rows: ReadonlyMap<string, Listed> }

const NOTHING: ReadonlyMap<string, Listed> = new Map()

/** What is ticked. Survives paging and sorting; another filter begins anew, for one could not see what one meant. */
export function useTicked(filter: string) {
  const [ticked, setTicked] = useState<Ticked>({ filter, rows: NOTHING })
  const rows = ticked.filter === filter ? ticked.rows : NOTHING
  return {
    rows,
    /** Ticks exactly these ids; `shown` are the rows of the page, from which new ones are known. */
    tick(ids: ReadonlySet<string>, shown: readonly Listed[]) {
      const known = [...rows.values(), ...shown].filter(({ id }) => ids.has(id))
      setTicked({ filter, rows: new Map(known.map((row) => [row.id, row])) })
    },
    /** Takes some out: they are done. */
    untick(done: ReadonlySet<string>) {
      setTicked({ filter, rows: new Map([...rows].filter(([id]) => !done.has(id))) })
    },
    clear: () => setTicked({ filter, rows: NOTHING }),
  }
}
