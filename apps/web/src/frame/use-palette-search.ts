import { useEffect, useState } from 'react'
import type { CommandPaletteProps } from './command-palette.tsx'
import { beginningFirst, matches } from './palette-matches.ts'
import type { PaletteGroup } from './palette-types.ts'

const PAUSE = 150 // ms of not typing before the server is asked
const LEAST = 2

type Answer = { to: string; groups: readonly PaletteGroup[] }

const NONE: Answer = { to: '', groups: [] }

/**
 * What the server finds for a text, asked when typing pauses. Until it has answered, `pending`, those of the answer
 * before that still match stay.
 */
export function usePaletteSearch(
  search: CommandPaletteProps['search'],
  wanted: string,
): { found: readonly PaletteGroup[]; pending: boolean } {
  const [answer, setAnswer] = useState(NONE)
  const asks = search !== undefined && wanted.length >= LEAST

  useEffect(() => {
    if (!search || wanted.length < LEAST) return setAnswer(NONE)
    const stop = new AbortController()
    const take = (groups: readonly PaletteGroup[]) => {
      const found = groups.filter(({ entries }) => entries.length > 0)
      if (!stop.signal.aborted) setAnswer({ to: wanted, groups: beginningFirst(found, wanted) })
    }
    const timer = setTimeout(() => void search(wanted, stop.signal).then(take, () => take([])), PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [search, wanted])

  if (!asks) return { found: [], pending: false }
  if (answer.to === wanted) return { found: answer.groups, pending: false }
  return { found: matches(answer.groups, wanted), pending: true }
}
