import { lazy, Suspense, useEffect, useState } from 'react'
import { isSearchKey } from '../frame/search-keys.ts'
import { TypedAhead } from '../frame/typed-ahead.ts'
import type { SearchProps } from './search.tsx'

const load = () => import('./search.tsx')
const Search = lazy(() => load().then((file) => ({ default: file.Search })))

/** The command palette, whose code comes when it is first opened; until then this listens for its keys. */
export function SearchOnDemand(props: SearchProps) {
  const { open, onOpenChange } = props
  const [wanted, setWanted] = useState(open)
  if (open && !wanted) setWanted(true)

  useEffect(() => {
    if (wanted) return
    function pressed(event: KeyboardEvent) {
      // The first of the two keys is sign enough: the code is mostly here by the time the second one is down.
      if (event.key === 'Control' || event.key === 'Meta') void load()
      if (!isSearchKey(event)) return
      event.preventDefault()
      onOpenChange(true)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [wanted, onOpenChange])

  if (!wanted) return null
  return (
    <Suspense fallback={<TypedAhead />}>
      <Search {...props} />
    </Suspense>
  )
}
