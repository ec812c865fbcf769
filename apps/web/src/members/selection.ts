import { useState } from 'react'
import type { Member } from './types.ts'

type Ticked = { filter: string; members: ReadonlyMap<string, Member> }

const NOBODY: ReadonlyMap<string, Member> = new Map()

/** Who is ticked. Survives paging and sorting; another filter begins anew, for one could not see whom one meant. */
export function useTicked(filter: string) {
  const [ticked, setTicked] = useState<Ticked>({ filter, members: NOBODY })
  const members = ticked.filter === filter ? ticked.members : NOBODY
  return {
    members,
    /** Ticks exactly these ids; `shown` are the rows of the page, from which new ones are known. */
    tick(ids: ReadonlySet<string>, shown: readonly Member[]) {
      setTicked({ filter, members: kept(ids, [...members.values(), ...shown]) })
    },
    /** Takes some out: they are done. */
    untick(done: ReadonlySet<string>) {
      setTicked({ filter, members: new Map([...members].filter(([id]) => !done.has(id))) })
    },
    clear: () => setTicked({ filter, members: NOBODY }),
  }
}

function kept(ids: ReadonlySet<string>, known: readonly Member[]): ReadonlyMap<string, Member> {
  return new Map(known.filter(({ member }) => ids.has(member)).map((one) => [one.member, one]))
}
