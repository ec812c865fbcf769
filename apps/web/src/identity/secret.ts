import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * The secret after the # of the link that led here, or '' when there is none. It is taken out of the address bar
 * and the history at once, so that nobody reads it over a shoulder or copies it by accident.
 */
export function useSecret(): string {
  const router = useRouter()
  const { hash, pathname, searchStr } = useLocation()
  const [secret, setSecret] = useState(hash)
  useEffect(() => {
    if (hash === '') return
    setSecret(hash) // another link, pasted over this page
    router.history.replace(pathname + searchStr)
  }, [router, hash, pathname, searchStr])
  return secret
}
