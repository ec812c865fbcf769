import { useCallback } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { Suggestion } from '../ui/use-suggestions.ts'

/** Fewer characters are not sent anywhere; the server refuses them as well (T11). */
export const SUGGEST_FROM = 4

/** What to ask for: the beginning of a username, or null while it is too short or none at all. */
export function suggestPrefix(text: string): string | null {
  const prefix = text.replace(/^@/, '')
  return prefix.length >= SUGGEST_FROM && /^[a-z0-9-]+$/i.test(prefix) ? prefix : null
}

/** Usernames that begin with what is typed. For an address nothing is asked. */
export function useSuggest(): (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]> {
  const { organization } = useHere()
  const { client } = trpc.useUtils()
  return useCallback(
    async (text, signal) => {
      const prefix = suggestPrefix(text)
      if (prefix === null) return []
      const found = await client.invitations.suggest.query({ organization, prefix }, { signal })
      return found.map(({ username }) => ({ id: username, text: `@${username}` }))
    },
    [client, organization],
  )
}
