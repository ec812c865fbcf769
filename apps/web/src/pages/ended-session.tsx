import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { onSessionEnded, queryClient } from '../api/client.ts'

/** Watches for the session ending elsewhere: signing in again leads back to this very page. */
export function EndedSession() {
  const navigate = useNavigate()
  const { href } = useLocation()
  useEffect(
    () =>
      onSessionEnded(() => {
        void navigate({ to: '/sign-in', search: { next: href, ended: true } }).then(() => queryClient.clear())
      }),
    [navigate, href],
  )
  return null
}
