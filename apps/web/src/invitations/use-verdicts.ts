import { useEffect, useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { Entry, Verdicts } from './draft.ts'

const PAUSE = 200 // ms of rest, so that what is typed in a row is asked for at once
const AT_ONCE = 500 // recipients a call; the server takes twice as many

/**
 * What sending would say of each entry. Only new ones are asked for, together. Where the question fails nothing is
 * lost: sending asks again.
 */
export function useVerdicts(entries: readonly Entry[]): { verdicts: Verdicts; checking: boolean } {
  const { organization } = useHere()
  const { client } = trpc.useUtils()
  const [verdicts, setVerdicts] = useState<Verdicts>(new Map())
  const [under, setUnder] = useState(0)
  const asked = useRef(new Set<string>())

  useEffect(() => {
    const fresh = entries.filter(({ key, recipient }) => {
      return recipient.kind !== 'invalid' && !asked.current.has(key)
    })
    if (fresh.length === 0) return
    const timer = setTimeout(() => {
      for (const { key } of fresh) asked.current.add(key)
      for (let from = 0; from < fresh.length; from += AT_ONCE) void ask(fresh.slice(from, from + AT_ONCE))
    }, PAUSE)
    return () => clearTimeout(timer)

    async function ask(some: readonly Entry[]) {
      setUnder((count) => count + 1)
      try {
        const recipients = some.map(({ text }) => text)
        const answers = await client.invitations.check.query({ organization, recipients })
        setVerdicts((known) => {
          const next = new Map(known)
          some.forEach(({ key }, at) => {
            const answer = answers[at]
            if (answer) next.set(key, answer)
          })
          return next
        })
      } catch {
        // With the next entry they are asked for again.
        for (const { key } of some) asked.current.delete(key)
      } finally {
        setUnder((count) => count - 1)
      }
    }
  }, [entries, organization, client])

  return { verdicts, checking: under > 0 }
}
