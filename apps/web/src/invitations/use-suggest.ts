import { useCallback } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { Suggestion } from '../ui/use-suggestions.ts'

/** Fewer characters are not sent anywhere; the server refuses them as well (T11). */
export const SUGGEST_FROM = 4

/** Usernames that begin with what is typed. For an address nothing is asked. */
export function useSuggest(): (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]> {
  const { organization } = useHere()
  const { client } = trpc.useUtils()
  return useCallback(
    async (text, signal) => {
      const prefix = text.replace(/^@/, '')
      if (prefix.length < SUGGEST_FROM || !/^[a-z0-9-]+$/i.test(prefix)) return []
      const found = await client.invitations.suggest.query({ organization, prefix }, { signal })
      return found.map(({ username }) => ({ id: username, text: `@${username}` }))
    },
    [client, organization],
  )
}
