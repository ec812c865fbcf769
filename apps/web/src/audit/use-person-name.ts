import type { UserId } from '@roster/domain'
import { useEffect, useState } from 'react'
import type { AuditItem } from './types.ts'

/**
 * What the person of the filter is called: found among the entries, which are theirs, and kept while others are
 * loading. Undefined where no entry says it.
 */
export function usePersonName(
  person: UserId | undefined,
  items: readonly AuditItem[] | undefined,
): string | undefined {
  const [known, setKnown] = useState<{ user: UserId; name: string }>()
  const found = items
    ?.flatMap(({ actor, target }) => [actor, target?.person])
    .find((one) => one?.user === person)?.name
  useEffect(() => {
    if (person && found) setKnown({ user: person, name: found })
  }, [person, found])
  return found ?? (known && known.user === person ? known.name : undefined)
}
