import type { InvitationId } from '@roster/domain'
import { useEffect, useState } from 'react'
import type { Listed } from './types.ts'

/**
 * The invitation with this id out of the rows of the page. Once seen it stays known: while its dialog is open it
 * may be answered, and so leave the list.
 */
export function useTarget(id: InvitationId | undefined, shown: readonly Listed[]): Listed | undefined {
  const row = shown.find((one) => one.id === id)
  const [last, setLast] = useState(row)
  useEffect(() => {
    if (row) setLast(row)
  }, [row])
  return row ?? (last?.id === id ? last : undefined)
}
