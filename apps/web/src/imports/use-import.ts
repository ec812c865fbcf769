import type { ImportId, ImportLine } from '@roster/domain'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { inParts } from './parts.ts'

/** Sends a file to the server, part by part; answers the import, or null where it was refused. */
export function useLoad() {
  const { organization } = useHere()
  const { client } = trpc.useUtils()
  const [loading, setLoading] = useState<{ done: number; total: number }>()
  const [problem, setProblem] = useState<string>()

  async function load(
    file: { readonly name: string; readonly reason: string | null },
    lines: readonly ImportLine[],
  ): Promise<ImportId | null> {
    setProblem(undefined)
    setLoading({ done: 0, total: lines.length })
    try {
      const { import: id } = await client.imports.open.mutate({ organization, ...file, total: lines.length })
      for (const part of inParts(lines)) {
        const { loaded } = await client.imports.load.mutate({ organization, import: id, lines: [...part] })
        setLoading({ done: loaded, total: lines.length })
      }
      return id
    } catch (error) {
      setProblem(sentenceOf(error))
      return null
    } finally {
      setLoading(undefined)
    }
  }
  return { load, loading, problem }
}

/** Does an import row by row for as long as the page is open, and keeps what the page shows of it true. */
export function useRun(id: ImportId) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<string>()
  const open = useRef(true)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])

  async function run() {
    setRunning(true)
    setProblem(undefined)
    try {
      for (let state = 'running'; state === 'running' && open.current; ) {
        const progress = await utils.client.imports.run.mutate({ organization, import: id })
        state = progress.state
        utils.imports.get.setData(
          { organization, import: id },
          (before) => before && { ...before, ...progress },
        )
      }
    } catch (error) {
      setProblem(sentenceOf(error))
    }
    setRunning(false)
    await Promise.all([
      utils.imports.invalidate(),
      utils.invitations.invalidate(),
      utils.members.invalidate(),
      utils.organizations.invalidate(),
      utils.audit.invalidate(),
    ])
  }
  return { run, running, problem }
}
