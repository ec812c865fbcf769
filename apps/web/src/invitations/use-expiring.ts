import { useEffect } from 'react'
import { useMinute } from '../ui/minute.ts'
import type { Listed } from './types.ts'

/** Reads the list again when one of its invitations runs out: the clock changes it, and nobody tells of that. */
export function useExpiring(rows: readonly Listed[] | undefined, reread: () => unknown): void {
  const now = useMinute()
  const due = rows?.some(({ status, closedAt, expiresAt }) => {
    return closedAt === null && status !== 'expired' && expiresAt !== null && expiresAt <= now
  })
  useEffect(() => {
    if (due) reread()
  }, [due, now, reread])
}
