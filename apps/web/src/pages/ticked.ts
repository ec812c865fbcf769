import { useState } from 'react'

type Ticked<Row> = { filter: string; rows: ReadonlyMap<string, Row> }

/**
 * What is ticked in a list, by id. Survives paging and sorting; another filter begins anew, for one could not see
 * what one meant.
 */
export function useTicked<Row>(filter: string, idOf: (row: Row) => string) {
  const [ticked, setTicked] = useState<Ticked<Row>>({ filter, rows: new Map() })
  const rows: ReadonlyMap<string, Row> = ticked.filter === filter ? ticked.rows : new Map()
  return {
    rows,
    /** Ticks exactly these ids; `shown` are the rows of the page, from which new ones are known. */
    tick(ids: ReadonlySet<string>, shown: readonly Row[]) {
      const known = [...rows.values(), ...shown].filter((row) => ids.has(idOf(row)))
      setTicked({ filter, rows: new Map(known.map((row) => [idOf(row), row])) })
    },
    /** Takes some out: they are done. */
    untick(done: ReadonlySet<string>) {
      setTicked({ filter, rows: new Map([...rows].filter(([id]) => !done.has(id))) })
    },
    clear: () => setTicked({ filter, rows: new Map() }),
  }
}
