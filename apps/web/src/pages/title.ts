import { useEffect } from 'react'

const PRODUCT = 'Roster'

/** Names the page in the browser's tab and history, e.g. `useTitle('Members · Acme')`. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`
    return () => {
      document.title = PRODUCT
    }
  }, [title])
}
