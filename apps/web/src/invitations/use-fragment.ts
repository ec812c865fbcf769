import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'

/** What follows the # of this page's address; kept while the page is being left, when the address is another's. */
export function useFragment(): string {
  const { pathname, hash } = useLocation()
  const [here] = useState(pathname)
  const [fragment, setFragment] = useState(hash)
  if (pathname === here && hash !== fragment) setFragment(hash)
  return fragment
}
