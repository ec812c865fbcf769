import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { onSessionEnded, queryClient } from '../api/client.ts'

/** Watches for the session ending elsewhere, or knows that it has: signing in again leads back to this very page. */
export function EndedSession({ known = false }: { known?: boolean | undefined }) {
  const router = useRouter()
  const leave = useCallback(async () => {
    const { pathname, href } = router.latestLocation
    // On the way already: this was noticed twice, or one has signed out oneself.
    if (pathname === '/sign-in') return
    await router.navigate({ to: '/sign-in', search: { next: href, ended: true } })
    queryClient.clear()
  }, [router])
  useEffect(() => onSessionEnded(() => void leave()), [leave])
  useEffect(() => {
    if (known) void leave()
  }, [known, leave])
  return null
}
