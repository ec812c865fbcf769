import type { RoleId } from '@roster/domain'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import { count, counted } from '../ui/number.ts'
import type { Entry } from './draft.ts'
import type { placesInput } from './places.ts'
import { type Sent, SLICE, sendAll } from './sending.ts'
import { useInvitationsChanged } from './use-invitations-changed.ts'

type Terms = {
  role: RoleId
  expiryDays: number | null
  message: string | null
  welcome: boolean
  template: boolean
  reason: string | null
} & ReturnType<typeof placesInput>

/** Sends invitations, and says how far it is. */
export function useSending() {
  const { organization } = useHere()
  const { client } = trpc.useUtils()
  const changed = useInvitationsChanged()
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const [error, setError] = useState<unknown>()
  const stop = useRef(false)
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])

  /** Undefined when nothing was sent; `error` then says why. */
  async function send(entries: readonly Entry[], terms: Terms): Promise<readonly Sent[] | undefined> {
    stop.current = false
    setError(undefined)
    setProgress({ done: 0, total: entries.length })
    try {
      const results = await sendAll({
        entries,
        send: (recipients) =>
          client.invitations.send.mutate({ organization, recipients: [...recipients], ...terms }),
        stopped: () => stop.current,
        onProgress: (done) => setProgress({ done, total: entries.length }),
        sentenceOf,
      })
      if (left.current) sayInPassing(results)
      return results
    } catch (refused) {
      setError(refused)
      return undefined
    } finally {
      setProgress(undefined)
      void changed()
    }
  }

  return {
    send,
    stop: () => {
      stop.current = true
    },
    pending: progress !== undefined,
    /** Only for runs of more than one slice: a short one is over before it could be read. */
    progress: progress && progress.total > SLICE ? progress : undefined,
    error,
  }
}

/** For those who went to another page meanwhile: the list of results has nowhere to stand. */
function sayInPassing(results: readonly Sent[]): void {
  const refused = results.filter(({ outcome }) => outcome === 'refused').length
  const invited = `${counted(results.length - refused, 'person', 'people')} invited.`
  if (refused === 0) notify({ message: invited })
  else notify({ message: `${invited} ${count(refused)} could not be.`, meaning: 'warning' })
}
