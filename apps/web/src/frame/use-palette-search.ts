import { useEffect, useState } from 'react'
import type { CommandPaletteProps } from './command-palette.tsx'
import { matches } from './palette-matches.ts'
import type { PaletteEntry } from './palette-types.ts'

const PAUSE = 150 // ms of not typing before the server is asked
const LEAST = 2

type Answer = { to: string; entries: readonly PaletteEntry[] }

const NONE: Answer = { to: '', entries: [] }

/**
 * What the server finds for a text, asked when typing pauses. Until it has answered, `pending`, those of the answer
 * before that still match stay.
 */
export function usePaletteSearch(
  search: CommandPaletteProps['search'],
  wanted: string,
): { found: readonly PaletteEntry[]; pending: boolean } {
  const [answer, setAnswer] = useState(NONE)
  const asks = search !== undefined && wanted.length >= LEAST

  useEffect(() => {
    if (!search || wanted.length < LEAST) return setAnswer(NONE)
    const stop = new AbortController()
    const take = (entries: readonly PaletteEntry[]) => {
      if (!stop.signal.aborted) setAnswer({ to: wanted, entries })
    }
    const timer = setTimeout(() => void search(wanted, stop.signal).then(take, () => take([])), PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [search, wanted])

  if (!asks) return { found: [], pending: false }
  if (answer.to === wanted) return { found: answer.entries, pending: false }
  const left = matches([{ heading: '', entries: answer.entries }], wanted)
  return { found: left.flatMap(({ entries }) => entries), pending: true }
}
