import { type ImportLine, Refusal, repeatedLines } from '@roster/domain'
import { useCallback, useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { inParts } from './parts.ts'
import type { CheckedRow } from './types.ts'

/** How far a check is, and what it found. */
export type Check =
  | { state: 'none' }
  | { state: 'checking'; done: number; total: number }
  | { state: 'checked'; rows: readonly CheckedRow[] }
  | { state: 'failed'; problem: string }

/** Asks the server, part by part, what importing these rows would do. */
export function useCheck() {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const [check, setCheck] = useState<Check>({ state: 'none' })
  const round = useRef(0)

  const forget = useCallback(() => {
    round.current += 1
    setCheck({ state: 'none' })
  }, [])

  async function start(lines: readonly ImportLine[], reason: string | null) {
    round.current += 1
    const mine = round.current
    const repeated = repeatedLines(lines)
    const rows: CheckedRow[] = []
    let offered = 0
    try {
      for (const part of inParts(lines)) {
        setCheck({ state: 'checking', done: rows.length, total: lines.length })
        const found = await utils.client.imports.check.query({
          organization,
          lines: [...part],
          offered,
          reason,
        })
        if (round.current !== mine) return
        for (const row of found) rows.push(withRepeated(row, repeated))
        offered = rows.filter(({ outcome }) => outcome === 'invited').length
      }
      setCheck({ state: 'checked', rows })
    } catch (error) {
      if (round.current === mine) setCheck({ state: 'failed', problem: sentenceOf(error) })
    }
  }
  return { check, start, forget }
}

/** A part knows nothing of the ones before it: who stood in one of them is told here, in the words of the rule. */
function withRepeated(row: CheckedRow, repeated: ReadonlyMap<number, number>): CheckedRow {
  const earlier = repeated.get(row.line)
  if (earlier === undefined || row.outcome === 'refused') return row
  const { code, message } = new Refusal('line-twice', { line: earlier })
  return { ...row, outcome: 'refused', problems: [{ field: 'recipient', code, message }] }
}
